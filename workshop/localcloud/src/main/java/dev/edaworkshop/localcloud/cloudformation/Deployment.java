package dev.edaworkshop.localcloud.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One run that brings a stack to its template, step by step, each with the step that takes it back.
 *
 * <p>Replaced and removed resources are deleted only after everything else has worked.
 */
final class Deployment {
    private final String stackName;
    private final List<Resource> ordered;
    private final Map<String, ResourceDeployer> deployers;
    private final Map<String, Path> assets;
    private final EventLog events;

    private final Map<String, StackResource> before;
    private final Map<String, StackResource> now;
    private final Deque<Runnable> undo = new ArrayDeque<>();
    private final List<String> created = new ArrayList<>();
    private final List<String> updated = new ArrayList<>();
    private final List<String> replaced = new ArrayList<>();
    private final List<String> deleted = new ArrayList<>();
    private final List<String> unchanged = new ArrayList<>();
    private final Map<String, String> recorded = new TreeMap<>();
    private String failing = "";

    /** Where the run reports to. */
    interface EventLog {
        void add(StackResource resource, String status, String reason);
    }

    /** @param now starts as {@code before} and is kept up to date, for those who look up what is deployed */
    Deployment(
            String stackName,
            List<Resource> ordered,
            Map<String, StackResource> before,
            Map<String, StackResource> now,
            Map<String, ResourceDeployer> deployers,
            Map<String, Path> assets,
            EventLog events) {
        this.stackName = stackName;
        this.ordered = ordered;
        this.before = before;
        this.now = now;
        this.deployers = deployers;
        this.assets = assets;
        this.events = events;
    }

    /** The logical id at which the run failed. */
    String failing() {
        return failing;
    }

    /**
     * Creates, updates and replaces, then deletes what is no longer wanted.
     *
     * @throws RuntimeException whatever a service refused with; {@link #rollBack} takes everything back
     */
    void run(Intrinsics intrinsics) {
        List<StackResource> leftovers = new ArrayList<>();
        for (Resource resource : ordered) {
            failing = resource.logicalId();
            ObjectNode properties = (ObjectNode) intrinsics.resolve(resource.properties());
            bring(resource, properties, leftovers);
        }
        Set<String> wanted =
                new HashSet<>(ordered.stream().map(Resource::logicalId).toList());
        List<StackResource> removed = before.values().stream()
                .filter(old -> !wanted.contains(old.logicalId()))
                .toList();
        removed.forEach(old -> now.remove(old.logicalId()));
        failing = "";
        // From here on there is no way back, as in CloudFormation's clean-up phase.
        List<StackResource> goners = new ArrayList<>(leftovers);
        goners.addAll(removed);
        for (StackResource old : goners.reversed()) {
            if (!old.retained()) {
                deployer(old.type()).delete(old.deployed());
                events.add(old, "DELETE_COMPLETE", "");
                deleted.add(old.logicalId());
            } else {
                events.add(old, "DELETE_SKIPPED", "");
            }
        }
    }

    /** Takes back what was done, latest first. */
    void rollBack() {
        while (!undo.isEmpty()) {
            undo.pop().run();
        }
        now.clear();
        now.putAll(before);
    }

    DeployReceipt receipt(Map<String, String> outputs) {
        return new DeployReceipt(stackName, created, updated, replaced, deleted, unchanged, recorded, outputs);
    }

    private void bring(Resource resource, ObjectNode properties, List<StackResource> leftovers) {
        ResourceDeployer deployer = deployer(resource.type());
        record(resource, deployer);
        StackResource old = before.get(resource.logicalId());
        if (old == null) {
            created.add(resource.logicalId());
            create(resource, properties, 0);
        } else if (!old.type().equals(resource.type()) || mustReplace(deployer, old.properties(), properties)) {
            replaced.add(resource.logicalId());
            create(resource, properties, old.generation() + 1);
            leftovers.add(new StackResource(
                    old.logicalId(),
                    old.type(),
                    old.generation(),
                    old.properties(),
                    resource.retainedOnReplacement(),
                    old.deployed()));
        } else if (old.properties().equals(properties)) {
            unchanged.add(resource.logicalId());
        } else {
            updated.add(resource.logicalId());
            update(resource, properties, old);
        }
    }

    private void create(Resource resource, ObjectNode properties, int generation) {
        ResourceDeployer deployer = deployer(resource.type());
        events.add(stackResource(resource, properties, generation, new DeployedResource("")), "CREATE_IN_PROGRESS", "");
        DeployedResource deployed = deployer.create(request(resource.logicalId(), generation, properties));
        StackResource result = stackResource(resource, properties, generation, deployed);
        now.put(resource.logicalId(), result);
        undo.push(() -> {
            deployer.delete(deployed);
            events.add(result, "DELETE_COMPLETE", "rolled back");
        });
        events.add(result, "CREATE_COMPLETE", "");
    }

    private void update(Resource resource, ObjectNode properties, StackResource old) {
        ResourceDeployer deployer = deployer(resource.type());
        DeployedResource deployed =
                deployer.update(old.deployed(), request(resource.logicalId(), old.generation(), properties));
        StackResource result = stackResource(resource, properties, old.generation(), deployed);
        now.put(resource.logicalId(), result);
        undo.push(() -> {
            deployer.update(deployed, request(old.logicalId(), old.generation(), old.properties()));
            events.add(old, "UPDATE_COMPLETE", "rolled back");
        });
        events.add(result, "UPDATE_COMPLETE", "");
    }

    private static StackResource stackResource(
            Resource resource, ObjectNode properties, int generation, DeployedResource deployed) {
        return new StackResource(
                resource.logicalId(), resource.type(), generation, properties, resource.retained(), deployed);
    }

    private void record(Resource resource, ResourceDeployer deployer) {
        if (!deployer.recordedOnly().isEmpty()) {
            recorded.put(resource.logicalId() + " (" + resource.type() + ")", deployer.recordedOnly());
        }
        deployer.recordedProperties().forEach((property, reason) -> {
            if (resource.properties().has(property)) {
                recorded.put("%s.%s (%s)".formatted(resource.logicalId(), property, resource.type()), reason);
            }
        });
    }

    private static boolean mustReplace(ResourceDeployer deployer, JsonNode old, JsonNode wanted) {
        return deployer.createOnlyProperties().stream()
                .anyMatch(property -> !old.path(property).equals(wanted.path(property)));
    }

    private ResourceRequest request(String logicalId, int generation, ObjectNode properties) {
        return new ResourceRequest(stackName, logicalId, generation, properties, assets);
    }

    private ResourceDeployer deployer(String type) {
        @Nullable ResourceDeployer deployer = deployers.get(type);
        if (deployer == null) {
            throw new IllegalStateException("The template was checked, and " + type + " is not supported");
        }
        return deployer;
    }
}
