package dev.edaworkshop.localcloud.cloudformation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.edaworkshop.localcloud.cloudformation.ResourceChange.Action;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Looks ahead: compares a template with the resources of a stack, without touching them. */
final class ChangePreview {
    private final Deployers deployers;
    private final Exports exports;

    ChangePreview(Deployers deployers, Exports exports) {
        this.deployers = deployers;
        this.exports = exports;
    }

    StackPreview of(Optional<Stack> stack, StackDeployer.Plan plan) {
        Map<String, LiveResource> live = stack.map(Stack::liveResources).orElse(Map.of());
        List<ResourceChange> changes = new ArrayList<>();
        // What refers to a resource that is new or about to be replaced gets a value nobody knows yet.
        Set<String> unknown = new HashSet<>();
        for (String logicalId : plan.template().dependencies().creationOrder()) {
            Resource wanted = plan.template().resource(logicalId);
            LiveResource current = live.get(logicalId);
            if (current == null) {
                unknown.add(logicalId);
                changes.add(new ResourceChange(logicalId, wanted.type(), "", Action.CREATED));
                continue;
            }
            Action action = action(current, wanted, plan, live, unknown);
            if (action == Action.REPLACED) {
                unknown.add(logicalId);
            }
            if (action != Action.UNCHANGED) {
                changes.add(change(current, action));
            }
        }
        live.values().stream()
                .filter(current -> !plan.template().resources().containsKey(current.logicalId()))
                .map(current -> change(current, Action.DELETED))
                .forEach(changes::add);
        return new StackPreview(stack.isEmpty(), changes, outputsChange(stack, plan, live, unknown));
    }

    private Action action(
            LiveResource current,
            Resource wanted,
            StackDeployer.Plan plan,
            Map<String, LiveResource> live,
            Set<String> unknown) {
        if (!current.type().equals(wanted.type())) {
            return Action.REPLACED;
        }
        try {
            ObjectNode properties = new Intrinsics(scope(plan, live, unknown)).resolveProperties(wanted);
            return switch (new PropertyDiff(deployers.deployer(current.type()))
                    .between(current, properties, plan.request().tags())) {
                case NOTHING -> Action.UNCHANGED;
                case RECORD, UPDATE -> Action.UPDATED;
                case REPLACE -> Action.REPLACED;
            };
        } catch (CloudFormationException e) {
            return Action.UPDATED; // It depends on what is not there yet.
        }
    }

    private boolean outputsChange(
            Optional<Stack> stack, StackDeployer.Plan plan, Map<String, LiveResource> live, Set<String> unknown) {
        try {
            return !new OutputValues(plan.template(), exports)
                    .resolve(scope(plan, live, unknown))
                    .equals(stack.map(Stack::outputs).orElse(List.of()));
        } catch (CloudFormationException e) {
            return true;
        }
    }

    private static Scope scope(StackDeployer.Plan plan, Map<String, LiveResource> live, Set<String> unknown) {
        return plan.scope().with(id -> Optional.ofNullable(live.get(id))
                .filter(resource -> !unknown.contains(id))
                .map(LiveResource::deployed));
    }

    private static ResourceChange change(LiveResource current, Action action) {
        return new ResourceChange(
                current.logicalId(), current.type(), current.deployed().physicalId(), action);
    }
}
