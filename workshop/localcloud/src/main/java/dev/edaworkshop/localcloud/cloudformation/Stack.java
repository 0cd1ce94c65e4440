package dev.edaworkshop.localcloud.cloudformation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A deployed stack.
 *
 * @param resources by logical id, in the order of their creation
 * @param exports output values by export name
 */
public record Stack(
        String name,
        StackStatus status,
        Map<String, StackResource> resources,
        Map<String, String> outputs,
        Map<String, String> exports,
        List<StackEvent> events) {
    public Stack {
        resources = Collections.unmodifiableMap(new LinkedHashMap<>(resources));
        outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
        exports = Map.copyOf(exports);
        events = List.copyOf(events);
    }
}
