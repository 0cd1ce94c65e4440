package dev.edaworkshop.localcloud.cloudformation;

import java.util.HashMap;
import java.util.Map;

/**
 * A resource that exists.
 *
 * @param physicalId what {@code Ref} yields: for some types a name, for others an ARN, a URL or a generated id
 * @param attributes what {@code Fn::GetAtt} yields, by attribute name such as {@code Arn}
 */
public record DeployedResource(String physicalId, Map<String, String> attributes) {
    public DeployedResource {
        attributes = Map.copyOf(attributes);
    }

    /** Without attributes. */
    public DeployedResource(String physicalId) {
        this(physicalId, Map.of());
    }

    public DeployedResource withAttribute(String name, String value) {
        Map<String, String> more = new HashMap<>(attributes);
        more.put(name, value);
        return new DeployedResource(physicalId, more);
    }

    /**
     * The value of one attribute.
     *
     * @throws IllegalArgumentException if the resource has no such attribute
     */
    public String attribute(String name) {
        String value = attributes.get(name);
        if (value == null) {
            throw new IllegalArgumentException(
                    physicalId + " has no attribute " + name + ", but " + attributes.keySet());
        }
        return value;
    }
}
