package dev.edaworkshop.localcloud.cloudformation;

import dev.edaworkshop.localcloud.wire.AwsException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which resource needs which. */
final class DependencyGraph {
    private DependencyGraph() {}

    /**
     * The resources so that each comes after those it needs; otherwise in the template's order.
     *
     * @throws AwsException with AWS's text if they need each other in a circle
     */
    static List<Resource> order(Collection<Resource> resources) {
        Map<String, Set<String>> needs = new LinkedHashMap<>();
        Map<String, Resource> byId = new LinkedHashMap<>();
        resources.forEach(resource -> byId.put(resource.logicalId(), resource));
        for (Resource resource : resources) {
            Set<String> needed = new LinkedHashSet<>(resource.dependsOn());
            needed.addAll(References.of(resource.properties()).names());
            needed.retainAll(byId.keySet());
            needs.put(resource.logicalId(), needed);
        }
        List<Resource> ordered = new ArrayList<>();
        Set<String> done = new LinkedHashSet<>();
        while (done.size() < byId.size()) {
            List<String> ready = needs.entrySet().stream()
                    .filter(entry -> !done.contains(entry.getKey()) && done.containsAll(entry.getValue()))
                    .map(Map.Entry::getKey)
                    .toList();
            if (ready.isEmpty()) {
                List<String> circle =
                        needs.keySet().stream().filter(id -> !done.contains(id)).toList();
                throw new AwsException(400, "ValidationError", "Circular dependency between resources: " + circle);
            }
            ready.forEach(id -> ordered.add(byId.get(id)));
            done.addAll(ready);
        }
        return ordered;
    }
}
