package dev.edaworkshop.localcloud.cloudformation;

import dev.edaworkshop.localcloud.cloudformation.PropertyDiff.Consequence;
import dev.edaworkshop.localcloud.cloudformation.ResourceChange.Action;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes one stack from state to state: creates, updates, rolls back, deletes. */
final class StackDeployer {
    private static final String USER_INITIATED = "User Initiated";

    private final Stack stack;
    private final Deployers deployers;
    private final Generations generations;
    private final Exports exports;
    private final StackLog log;

    StackDeployer(Stack stack, Deployers deployers, Generations generations, Exports exports, StackLog log) {
        this.stack = stack;
        this.deployers = deployers;
        this.generations = generations;
        this.exports = exports;
        this.log = log;
    }

    /**
     * What is to be deployed, checked.
     *
     * @param scope without resources
     */
    record Plan(StackRequest request, LiveTemplate template, Scope scope, List<Recorded> recorded) {}

    /** @throws StackFailedException if the stack had to be rolled back */
    DeployReceipt create(Plan plan) {
        log.stack(ResourceStatus.CREATE_IN_PROGRESS, USER_INITIATED);
        Deployment deployment = deployment(plan);
        attempt(plan, deployment, this::rollBackCreation);
        log.stack(ResourceStatus.CREATE_COMPLETE, "");
        return receipt(deployment.changes(), plan.recorded());
    }

    /** @throws StackFailedException if the stack had to be rolled back */
    DeployReceipt update(Plan plan) {
        if (isUpToDate(plan)) {
            return adopt(plan);
        }
        log.stack(ResourceStatus.UPDATE_IN_PROGRESS, USER_INITIATED);
        Deployment deployment = deployment(plan);
        attempt(plan, deployment, this::rollBackUpdate);
        if (deployment.hasSuperseded()) {
            log.stack(ResourceStatus.UPDATE_COMPLETE_CLEANUP_IN_PROGRESS, "");
            deployment.cleanUp();
        }
        log.stack(ResourceStatus.UPDATE_COMPLETE, "");
        return receipt(deployment.changes(), plan.recorded());
    }

    /** How a failed deployment is taken back. */
    private interface Rollback {
        void run(Deployment deployment);
    }

    private void attempt(Plan plan, Deployment deployment, Rollback rollback) {
        OutputValues outputValues = new OutputValues(plan.template(), exports);
        List<StackOutput> outputs;
        try {
            deployment.apply(plan.scope());
            outputs = outputValues.resolve(plan.scope().with(deployment::deployed));
            outputValues.checkValues(outputs, stack.exports());
        } catch (ResourceFailedException e) {
            StackEvent failure = e.event();
            String verb = failure.status() == ResourceStatus.CREATE_FAILED ? "create" : "update";
            boolean isNew = stack.status() == ResourceStatus.CREATE_IN_PROGRESS;
            beginRollback("The following resource(s) failed to " + verb + ": [" + failure.logicalId() + "]. "
                    + (isNew ? "Rollback requested by user." : ""));
            rollback.run(deployment);
            throw new StackFailedException(stack, failure, e);
        } catch (CloudFormationException e) {
            StackEvent failure = beginRollback(e.message());
            rollback.run(deployment);
            throw new StackFailedException(stack, failure, e);
        }
        adopt(plan, deployment.current(), outputs);
    }

    private StackEvent beginRollback(String reason) {
        ResourceStatus next = stack.status() == ResourceStatus.CREATE_IN_PROGRESS
                ? ResourceStatus.ROLLBACK_IN_PROGRESS
                : ResourceStatus.UPDATE_ROLLBACK_IN_PROGRESS;
        return log.stack(next, reason);
    }

    private void rollBackCreation(Deployment deployment) {
        Map<String, LiveResource> left = new LinkedHashMap<>();
        deployment.deleteCreated().forEach(resource -> left.put(resource.logicalId(), resource));
        stack.setLiveResources(left);
        if (left.isEmpty()) {
            log.stack(ResourceStatus.ROLLBACK_COMPLETE, "");
        } else {
            log.stack(ResourceStatus.ROLLBACK_FAILED, notDeleted(left));
        }
    }

    private void rollBackUpdate(Deployment deployment) {
        try {
            stack.setLiveResources(deployment.restore());
        } catch (ResourceFailedException e) {
            stack.setLiveResources(deployment.everything());
            log.stack(
                    ResourceStatus.UPDATE_ROLLBACK_FAILED,
                    "The following resource(s) failed to update: [" + e.event().logicalId() + "]. ");
            return;
        }
        log.stack(ResourceStatus.UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS, "");
        deployment.deleteCreated();
        log.stack(ResourceStatus.UPDATE_ROLLBACK_COMPLETE, "");
    }

    private boolean isUpToDate(Plan plan) {
        Map<String, LiveResource> live = stack.liveResources();
        if (!live.keySet().equals(plan.template().resources().keySet())) {
            return false;
        }
        Scope scope = plan.scope().with(id -> Optional.ofNullable(live.get(id)).map(LiveResource::deployed));
        try {
            return live.values().stream().allMatch(resource -> isUpToDate(resource, plan, scope))
                    && new OutputValues(plan.template(), exports).resolve(scope).equals(stack.outputs());
        } catch (CloudFormationException e) {
            return false; // The deployment will fail in the same way, and say so in its events.
        }
    }

    private boolean isUpToDate(LiveResource live, Plan plan, Scope scope) {
        Resource wanted = plan.template().resource(live.logicalId());
        PropertyDiff diff = new PropertyDiff(deployers.deployer(live.type()));
        return diff.between(
                        live,
                        new Intrinsics(scope).resolveProperties(wanted),
                        plan.request().tags())
                == Consequence.NOTHING;
    }

    /** Takes over what concerns no resource as it is, such as deletion policies. */
    private DeployReceipt adopt(Plan plan) {
        Map<String, LiveResource> live = stack.liveResources();
        live.replaceAll((id, resource) -> resource.definedBy(plan.template().resource(id)));
        adopt(plan, live, stack.outputs());
        List<ResourceChange> changes = live.values().stream()
                .map(resource -> change(resource, Action.UNCHANGED))
                .toList();
        return receipt(changes, plan.recorded());
    }

    private void adopt(Plan plan, Map<String, LiveResource> live, List<StackOutput> outputs) {
        stack.setLiveResources(live);
        stack.setOutputs(outputs);
        stack.setImports(plan.template().imports(plan.scope()));
        stack.setTerminationProtection(plan.request().terminationProtection());
        stack.setRequest(plan.request());
    }

    /** @throws StackFailedException if some resources could not be deleted; the stack keeps them */
    DeployReceipt delete(ResourceSteps steps) {
        log.stack(ResourceStatus.DELETE_IN_PROGRESS, USER_INITIATED);
        Map<String, LiveResource> left = stack.liveResources();
        List<ResourceChange> changes = new ArrayList<>();
        List<StackEvent> failures = new ArrayList<>();
        for (LiveResource resource : List.copyOf(left.values()).reversed()) {
            if (left.values().stream().anyMatch(other -> other.dependsOn(resource))) {
                continue; // A resource that needs this one could not be deleted.
            }
            try {
                changes.add(change(resource, remove(resource, steps)));
                left.remove(resource.logicalId());
            } catch (ResourceFailedException e) {
                failures.add(e.event());
            }
        }
        stack.setLiveResources(left);
        if (!failures.isEmpty()) {
            log.stack(ResourceStatus.DELETE_FAILED, notDeleted(left));
            throw new StackFailedException(stack, failures);
        }
        stack.setOutputs(List.of());
        log.stack(ResourceStatus.DELETE_COMPLETE, "");
        return receipt(changes, List.of());
    }

    private Action remove(LiveResource resource, ResourceSteps steps) {
        if (resource.definition().deletionPolicy() == DeletionPolicy.DELETE) {
            steps.delete(resource);
            return Action.DELETED;
        }
        steps.retain(resource);
        generations.leftBehind(stack.name(), resource);
        return Action.RETAINED;
    }

    private Deployment deployment(Plan plan) {
        ResourceSteps steps = new ResourceSteps(
                stack, plan.scope().environment(), deployers, plan.request().assets(), log);
        return new Deployment(stack, plan.template(), plan.request().tags(), deployers, generations, steps);
    }

    private DeployReceipt receipt(List<ResourceChange> changes, List<Recorded> recorded) {
        Map<String, String> outputs = new LinkedHashMap<>();
        stack.outputs().forEach(output -> outputs.put(output.key(), output.value()));
        return new DeployReceipt(stack.name(), stack.status(), changes, recorded, outputs);
    }

    private static ResourceChange change(LiveResource resource, Action action) {
        return new ResourceChange(
                resource.logicalId(), resource.type(), resource.deployed().physicalId(), action);
    }

    private static String notDeleted(Map<String, LiveResource> left) {
        return "The following resource(s) failed to delete: " + left.keySet() + ". ";
    }
}
