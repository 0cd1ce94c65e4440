package dev.edaworkshop.localcloud.cloudformation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * A resource as its template declares it.
 *
 * @param properties with their functions, not resolved
 * @param otherAttributes names next to {@code Type} and {@code Properties} that change how AWS deploys the resource and
 *     that are not supported here
 */
record Resource(
        String logicalId,
        String type,
        ObjectNode properties,
        List<String> dependsOn,
        Optional<String> condition,
        DeletionPolicy deletionPolicy,
        DeletionPolicy updateReplacePolicy,
        ObjectNode metadata,
        List<String> otherAttributes) {
    Resource {
        dependsOn = List.copyOf(dependsOn);
        otherAttributes = List.copyOf(otherAttributes);
    }

    Resource withProperties(ObjectNode others) {
        return new Resource(
                logicalId,
                type,
                others,
                dependsOn,
                condition,
                deletionPolicy,
                updateReplacePolicy,
                metadata,
                otherAttributes);
    }

    /** How problems name it. */
    String inWords() {
        return "Resource " + logicalId + " (" + type + ")";
    }
}
