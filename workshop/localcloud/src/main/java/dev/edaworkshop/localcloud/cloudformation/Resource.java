package dev.edaworkshop.localcloud.cloudformation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;

/**
 * A resource as the template declares it.
 *
 * @param properties unresolved
 * @param condition the name of the condition under which it exists
 * @param retained whether it stays in the account when it leaves the stack
 */
record Resource(
        String logicalId,
        String type,
        ObjectNode properties,
        Set<String> dependsOn,
        Optional<String> condition,
        boolean retained,
        boolean retainedOnReplacement) {
    Resource {
        dependsOn = Set.copyOf(dependsOn);
    }
}
