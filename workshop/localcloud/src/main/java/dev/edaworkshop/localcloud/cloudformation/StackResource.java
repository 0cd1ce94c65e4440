package dev.edaworkshop.localcloud.cloudformation;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A resource of a deployed stack.
 *
 * @param generation grows with each replacement
 * @param properties as they were deployed
 */
public record StackResource(
        String logicalId,
        String type,
        int generation,
        ObjectNode properties,
        boolean retained,
        DeployedResource deployed) {}
