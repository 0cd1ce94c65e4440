package dev.edaworkshop.localcloud.cloudformation;

import java.util.Map;
import java.util.Set;

/**
 * Deploys the resources of one type.
 *
 * <p>A property is honoured, recorded or refused; there is no fourth way. A template with a property that is neither in
 * {@link #properties} nor in {@link #recordedProperties} is refused before anything is created.
 */
public interface ResourceDeployer {
    /** Such as {@code AWS::SQS::Queue}. */
    String type();

    /** The top-level properties that this deployer honours. */
    Set<String> properties();

    /** Top-level properties that are accepted without effect, each with the reason in words. */
    default Map<String, String> recordedProperties() {
        return Map.of();
    }

    /** Properties whose change makes a new resource; the old one is deleted afterwards. */
    default Set<String> createOnlyProperties() {
        return Set.of();
    }

    /** Why resources of this type exist on paper only; empty if they are emulated. */
    default String recordedOnly() {
        return "";
    }

    /** @throws dev.edaworkshop.localcloud.wire.AwsException if the service refuses; the stack is rolled back */
    DeployedResource create(ResourceRequest request);

    /**
     * Brings an existing resource to the request's properties.
     *
     * @return usually with the same physical id
     */
    DeployedResource update(DeployedResource deployed, ResourceRequest request);

    /** Does nothing if the resource is already gone. */
    void delete(DeployedResource deployed);
}
