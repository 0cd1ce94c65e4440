package dev.edaworkshop.localcloud.cloudformation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Deploys to nowhere and keeps what it was asked to do.
 *
 * <p>{@code Name} is create-only and optional, {@code Colour} can be updated, {@code Alarm} is recorded, of {@code Box}
 * {@code Box.Size} is supported and {@code Box.Label} recorded.
 */
final class FakeDeployer implements ResourceDeployer {
    static final String TYPE = "AWS::Test::Thing";

    /** In order, such as "create Inventory RED" or "delete Shop-Inventory-…". */
    final List<String> calls = new ArrayList<>();
    /** Properties as JSON of what exists, by physical id. */
    final Map<String, String> existing = new HashMap<>();

    private final String type;
    private final Set<String> failing = new HashSet<>();

    FakeDeployer() {
        this(TYPE);
    }

    FakeDeployer(String type) {
        this.type = type;
    }

    /** From now on a call fails if it begins so. */
    void failOn(String callPrefix) {
        failing.add(callPrefix);
    }

    void succeed() {
        failing.clear();
    }

    @Override
    public String type() {
        return type;
    }

    @Override
    public Set<String> properties() {
        return Set.of("Name", "Colour", "Links", "Policy", "Tags", "Box.Size");
    }

    @Override
    public Map<String, String> recordedProperties() {
        return Map.of("Alarm", "nobody listens here", "Box.Label", "nobody reads here");
    }

    @Override
    public Set<String> createOnlyProperties() {
        return Set.of("Name");
    }

    @Override
    public Set<String> attributes() {
        return Set.of("Arn", "Stream");
    }

    @Override
    public DeployedResource create(ResourceRequest request) {
        call("create " + request.logicalId() + colour(request));
        String name = request.properties().text("Name").orElseGet(() -> request.generatedName(60));
        existing.put(name, request.properties().toString());
        return new DeployedResource(name)
                .withAttribute("Arn", request.environment().arn("test", name));
    }

    @Override
    public DeployedResource update(DeployedResource deployed, ResourceRequest request) {
        call("update " + request.logicalId() + colour(request));
        existing.put(deployed.physicalId(), request.properties().toString());
        return deployed;
    }

    @Override
    public void delete(DeployedResource deployed) {
        call("delete " + deployed.physicalId().replaceFirst("-[A-Z0-9]{12}$", ""));
        existing.remove(deployed.physicalId());
    }

    private void call(String call) {
        calls.add(call);
        if (failing.stream().anyMatch(call::startsWith)) {
            throw new IllegalStateException("no " + call);
        }
    }

    private static String colour(ResourceRequest request) {
        return request.properties().text("Colour").map(colour -> " " + colour).orElse("");
    }
}
