package dev.edaworkshop.localcloud.cloudformation;

import java.util.Map;

/**
 * A resource that exists.
 *
 * @param physicalId what {@code Ref} yields
 * @param attributes what {@code Fn::GetAtt} yields, by name
 */
public record DeployedResource(String physicalId, Map<String, String> attributes) {
    public DeployedResource {
        attributes = Map.copyOf(attributes);
    }

    public DeployedResource(String physicalId) {
        this(physicalId, Map.of());
    }
}
