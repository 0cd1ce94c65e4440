package dev.edaworkshop.localcloud.cloudformation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Which resource needs which others to exist first. */
final class DependencyGraph {
    private final Map<String, Set<String>> dependencies;

    /** @param dependencies of each resource by logical id, in the order of the template */
    DependencyGraph(Map<String, Set<String>> dependencies) {
        this.dependencies = new LinkedHashMap<>(dependencies);
    }

    Set<String> dependenciesOf(String logicalId) {
        return dependencies.getOrDefault(logicalId, Set.of());
    }

    /**
     * All resources, each after those it needs; otherwise in the order of the template.
     *
     * @throws CloudFormationException if some need each other
     */
    List<String> creationOrder() {
        Set<String> ordered = new LinkedHashSet<>();
        Set<String> waiting = new LinkedHashSet<>(dependencies.keySet());
        while (!waiting.isEmpty()) {
            String next = waiting.stream()
                    .filter(id -> ordered.containsAll(dependenciesOf(id)))
                    .findFirst()
                    .orElseThrow(() -> CloudFormationException.validationError(
                            "Circular dependency between resources: " + cyclic(waiting)));
            ordered.add(next);
            waiting.remove(next);
        }
        return List.copyOf(ordered);
    }

    /** Of resources that wait for each other, those on a cycle or between two: others merely wait for one. */
    private List<String> cyclic(Set<String> waiting) {
        Map<String, Set<String>> left = new TreeMap<>();
        waiting.forEach(id -> left.put(id, dependenciesOf(id)));
        boolean changed = true;
        while (changed) {
            Set<String> needed = new LinkedHashSet<>();
            left.values().forEach(needed::addAll);
            changed = left.keySet().retainAll(needed);
        }
        return new ArrayList<>(left.keySet());
    }
}
