package dev.edaworkshop.localcloud.cloudformation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Supplier;

/** Single steps with single resources, each with its events. A step that fails says so in an event, then throws. */
final class ResourceSteps {
    private static final String REPLACEMENT =
            "Requested update requires the creation of a new physical resource; hence creating one.";

    private final Stack stack;
    private final Environment environment;
    private final Deployers deployers;
    private final List<Asset> assets;
    private final StackLog log;

    ResourceSteps(Stack stack, Environment environment, Deployers deployers, List<Asset> assets, StackLog log) {
        this.stack = stack;
        this.environment = environment;
        this.deployers = deployers;
        this.assets = List.copyOf(assets);
        this.log = log;
    }

    /** @throws ResourceFailedException if the properties cannot be resolved */
    ObjectNode resolve(Resource resource, Scope scope, ResourceStatus ifNot) {
        return attempt(resource, "", ifNot, () -> new Intrinsics(scope).resolveProperties(resource));
    }

    LiveResource create(LiveResource.Wanted wanted) {
        Resource resource = wanted.definition();
        log.resource(resource, "", ResourceStatus.CREATE_IN_PROGRESS, "");
        DeployedResource deployed = attempt(resource, "", ResourceStatus.CREATE_FAILED, () -> deployer(resource)
                .create(request(wanted)));
        log.resource(resource, deployed.physicalId(), ResourceStatus.CREATE_COMPLETE, "");
        return wanted.deployedAs(deployed);
    }

    LiveResource replace(LiveResource old, LiveResource.Wanted wanted) {
        Resource resource = wanted.definition();
        String oldId = old.deployed().physicalId();
        log.resource(resource, oldId, ResourceStatus.UPDATE_IN_PROGRESS, REPLACEMENT);
        DeployedResource deployed = attempt(resource, oldId, ResourceStatus.UPDATE_FAILED, () -> deployer(resource)
                .create(request(wanted)));
        if (deployed.physicalId().equals(oldId)) {
            // Nothing new was created: the old resource answers to the same name, and must not be deleted.
            throw log.failure(
                    resource,
                    oldId,
                    ResourceStatus.UPDATE_FAILED,
                    CloudFormationException.validationError("CloudFormation cannot update a stack when a custom-named"
                            + " resource requires replacing. Rename " + oldId + " and update the stack again."));
        }
        log.resource(resource, deployed.physicalId(), ResourceStatus.UPDATE_COMPLETE, "");
        return wanted.deployedAs(deployed);
    }

    LiveResource update(LiveResource current, LiveResource.Wanted wanted) {
        Resource resource = wanted.definition();
        String physicalId = current.deployed().physicalId();
        log.resource(resource, physicalId, ResourceStatus.UPDATE_IN_PROGRESS, "");
        DeployedResource deployed = attempt(resource, physicalId, ResourceStatus.UPDATE_FAILED, () -> deployer(resource)
                .update(current.deployed(), request(wanted)));
        log.resource(resource, physicalId, ResourceStatus.UPDATE_COMPLETE, "");
        return wanted.deployedAs(deployed);
    }

    void delete(LiveResource resource) {
        String physicalId = resource.deployed().physicalId();
        log.resource(resource.definition(), physicalId, ResourceStatus.DELETE_IN_PROGRESS, "");
        attempt(resource.definition(), physicalId, ResourceStatus.DELETE_FAILED, () -> {
            deployer(resource.definition()).delete(resource.deployed());
            return true;
        });
        log.resource(resource.definition(), physicalId, ResourceStatus.DELETE_COMPLETE, "");
    }

    void retain(LiveResource resource) {
        log.resource(resource.definition(), resource.deployed().physicalId(), ResourceStatus.DELETE_SKIPPED, "");
    }

    private ResourceDeployer deployer(Resource resource) {
        return deployers.deployer(resource.type());
    }

    private ResourceRequest request(LiveResource.Wanted wanted) {
        return new ResourceRequest(
                stack.name(),
                stack.id(),
                wanted.definition().logicalId(),
                wanted.definition().type(),
                new Properties(wanted.properties().deepCopy()),
                environment,
                wanted.stackTags(),
                wanted.generation(),
                assets);
    }

    /** Deployers are written by many; whatever one throws fails its resource, not the local cloud. */
    private <T> T attempt(Resource resource, String physicalId, ResourceStatus ifNot, Supplier<T> step) {
        try {
            return step.get();
        } catch (RuntimeException e) {
            throw log.failure(resource, physicalId, ifNot, e);
        }
    }
}
