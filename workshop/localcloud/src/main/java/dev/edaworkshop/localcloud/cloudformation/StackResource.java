package dev.edaworkshop.localcloud.cloudformation;

import java.util.Map;

/**
 * A resource of a stack that exists.
 *
 * @param attributes what {@code Fn::GetAtt} yields
 * @param status of the last step that concerned it
 */
public record StackResource(
        String logicalId, String type, String physicalId, Map<String, String> attributes, ResourceStatus status) {}
