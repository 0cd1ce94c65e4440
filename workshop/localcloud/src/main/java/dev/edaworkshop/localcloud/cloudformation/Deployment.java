package dev.edaworkshop.localcloud.cloudformation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.edaworkshop.localcloud.cloudformation.LiveResource.Wanted;
import dev.edaworkshop.localcloud.cloudformation.ResourceChange.Action;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns the resources of one stack into those of a template, and knows how to take that back. */
final class Deployment {
    /** A physical resource that the stack does not need any more once all else is done. */
    private record Superseded(LiveResource resource, DeletionPolicy policy) {}

    private final String stackName;
    private final LiveTemplate template;
    private final Map<String, String> stackTags;
    private final Deployers deployers;
    private final Generations generations;
    private final ResourceSteps steps;
    private final Map<String, LiveResource> former;
    private final Map<String, LiveResource> current = new LinkedHashMap<>();
    private final List<LiveResource> created = new ArrayList<>();
    private final List<LiveResource> updated = new ArrayList<>();
    private final List<Superseded> superseded = new ArrayList<>();
    private final List<ResourceChange> changes = new ArrayList<>();

    Deployment(
            Stack stack,
            LiveTemplate template,
            Map<String, String> stackTags,
            Deployers deployers,
            Generations generations,
            ResourceSteps steps) {
        this.stackName = stack.name();
        this.template = template;
        this.stackTags = stackTags;
        this.deployers = deployers;
        this.generations = generations;
        this.steps = steps;
        this.former = stack.liveResources();
    }

    /** The resources so far. */
    Optional<DeployedResource> deployed(String logicalId) {
        return Optional.ofNullable(current.get(logicalId)).map(LiveResource::deployed);
    }

    Map<String, LiveResource> current() {
        return current;
    }

    List<ResourceChange> changes() {
        return changes;
    }

    /**
     * Creates, updates and replaces, in the order of dependencies; deletes nothing yet.
     *
     * @throws ResourceFailedException at the first failure
     */
    void apply(Scope parameters) {
        Scope scope = parameters.with(this::deployed);
        DependencyGraph graph = template.dependencies();
        for (String logicalId : graph.creationOrder()) {
            Resource resource = template.resource(logicalId);
            LiveResource old = former.get(logicalId);
            ObjectNode properties = steps.resolve(
                    resource, scope, old == null ? ResourceStatus.CREATE_FAILED : ResourceStatus.UPDATE_FAILED);
            int generation = old == null ? generations.next(stackName, logicalId) : old.generation();
            Wanted wanted = new Wanted(resource, properties, stackTags, graph.dependenciesOf(logicalId), generation);
            if (old == null) {
                create(wanted);
            } else {
                change(old, wanted);
            }
        }
        former.values().stream()
                .filter(old -> !current.containsKey(old.logicalId()))
                .forEach(old ->
                        superseded.add(new Superseded(old, old.definition().deletionPolicy())));
    }

    private void create(Wanted wanted) {
        LiveResource live = steps.create(wanted);
        created.add(live);
        done(live, Action.CREATED);
    }

    private void change(LiveResource old, Wanted wanted) {
        PropertyDiff diff = new PropertyDiff(deployers.deployer(old.type()));
        switch (diff.between(old, wanted.properties(), stackTags)) {
            case NOTHING -> done(wanted.deployedAs(old.deployed()), Action.UNCHANGED);
            case RECORD -> done(wanted.deployedAs(old.deployed()), Action.UPDATED);
            case UPDATE -> {
                updated.add(old);
                done(steps.update(old, wanted), Action.UPDATED);
            }
            case REPLACE -> replace(old, wanted);
        }
    }

    private void replace(LiveResource old, Wanted wanted) {
        int generation = Math.max(old.generation() + 1, generations.next(stackName, old.logicalId()));
        LiveResource live = steps.replace(old, wanted.withGeneration(generation));
        created.add(live);
        superseded.add(new Superseded(old, wanted.definition().updateReplacePolicy()));
        done(live, Action.REPLACED);
    }

    private void done(LiveResource live, Action action) {
        current.put(live.logicalId(), live);
        changes.add(new ResourceChange(
                live.logicalId(), live.type(), live.deployed().physicalId(), action));
    }

    boolean hasSuperseded() {
        return !superseded.isEmpty();
    }

    /** Deletes what is not needed any more, what depends on others first. A failure leaves a resource behind. */
    void cleanUp() {
        List<String> order = List.copyOf(former.keySet());
        superseded.sort((one, other) -> Integer.compare(
                order.indexOf(other.resource().logicalId()),
                order.indexOf(one.resource().logicalId())));
        for (Superseded old : superseded) {
            Action action = remove(old.resource(), old.policy() == DeletionPolicy.DELETE);
            boolean replaced = current.containsKey(old.resource().logicalId());
            if (!replaced || action != Action.DELETED) {
                changes.add(new ResourceChange(
                        old.resource().logicalId(),
                        old.resource().type(),
                        old.resource().deployed().physicalId(),
                        action));
            }
        }
    }

    private Action remove(LiveResource resource, boolean delete) {
        if (!delete) {
            steps.retain(resource);
            generations.leftBehind(stackName, resource);
            return Action.RETAINED;
        }
        try {
            steps.delete(resource);
            return Action.DELETED;
        } catch (ResourceFailedException e) {
            generations.leftBehind(stackName, resource);
            return Action.LEFT_BEHIND;
        }
    }

    /**
     * Gives updated resources their former properties again, the last one first.
     *
     * @return the resources that the stack had before
     * @throws ResourceFailedException at the first failure
     */
    Map<String, LiveResource> restore() {
        Map<String, LiveResource> restored = new LinkedHashMap<>(former);
        for (LiveResource old : updated.reversed()) {
            LiveResource now = current.getOrDefault(old.logicalId(), old);
            restored.put(old.logicalId(), steps.update(now, old.origin()));
        }
        return restored;
    }

    /** What the stack has if not even {@link #restore} works. */
    Map<String, LiveResource> everything() {
        Map<String, LiveResource> all = new LinkedHashMap<>(former);
        all.putAll(current);
        return all;
    }

    /**
     * Deletes what was created, the last one first.
     *
     * @return resources that could not be deleted
     */
    List<LiveResource> deleteCreated() {
        return created.reversed().stream()
                .filter(resource -> remove(resource, resource.definition().deletionPolicy() != DeletionPolicy.RETAIN)
                        == Action.LEFT_BEHIND)
                .toList();
    }
}
