package dev.edaworkshop.localcloud.cloudformation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** A stack: resources that are deployed, changed and deleted together. Its own monitor guards what a deployment changes. */
public final class Stack {
    private final String name;
    private final String id;
    private final List<StackEvent> events = new ArrayList<>();
    private ResourceStatus status = ResourceStatus.CREATE_IN_PROGRESS;
    private Map<String, LiveResource> resources = Map.of();
    private List<StackOutput> outputs = List.of();
    private Set<String> imports = Set.of();
    private boolean terminationProtection;
    private Optional<StackRequest> request = Optional.empty();

    Stack(String name, Environment environment) {
        this.name = name;
        this.id = id(environment, name);
    }

    /** The stack's ARN; like generated names it is the same wherever the stack is deployed. */
    static String id(Environment environment, String stackName) {
        UUID uuid = UUID.nameUUIDFromBytes(stackName.getBytes(StandardCharsets.UTF_8));
        return environment.arn("cloudformation", "stack/" + stackName + "/" + uuid);
    }

    public String name() {
        return name;
    }

    /** The ARN. */
    public String id() {
        return id;
    }

    public synchronized ResourceStatus status() {
        return status;
    }

    /** In the order of the template. */
    public synchronized List<StackOutput> outputs() {
        return outputs;
    }

    public Optional<String> output(String key) {
        return outputs().stream()
                .filter(output -> output.key().equals(key))
                .map(StackOutput::value)
                .findFirst();
    }

    /** In the order in which they were created. */
    public synchronized List<StackResource> resources() {
        return resources.values().stream().map(this::view).toList();
    }

    public Optional<StackResource> resource(String logicalId) {
        return resources().stream()
                .filter(resource -> resource.logicalId().equals(logicalId))
                .findFirst();
    }

    /** Of all deployments, oldest first. */
    public synchronized List<StackEvent> events() {
        return List.copyOf(events);
    }

    synchronized void add(StackEvent event) {
        events.add(event);
        if (event.isAboutStack()) {
            status = event.status();
        }
    }

    synchronized Map<String, LiveResource> liveResources() {
        return new LinkedHashMap<>(resources);
    }

    synchronized void setLiveResources(Map<String, LiveResource> live) {
        resources = new LinkedHashMap<>(live);
    }

    synchronized void setOutputs(List<StackOutput> values) {
        outputs = List.copyOf(values);
    }

    synchronized void setImports(Set<String> exportNames) {
        imports = Set.copyOf(exportNames);
    }

    synchronized boolean imports(String exportName) {
        return imports.contains(exportName);
    }

    /** What the stack was last successfully deployed from; empty if it never was. */
    public synchronized Optional<StackRequest> request() {
        return request;
    }

    synchronized void setRequest(StackRequest deployed) {
        request = Optional.of(deployed);
    }

    public synchronized void setTerminationProtection(boolean protection) {
        terminationProtection = protection;
    }

    public synchronized boolean hasTerminationProtection() {
        return terminationProtection;
    }

    Map<String, String> exports() {
        return outputs().stream()
                .filter(output -> output.exportName().isPresent())
                .collect(Collectors.toMap(output -> output.exportName().orElseThrow(), StackOutput::value));
    }

    private StackResource view(LiveResource resource) {
        String physicalId = resource.deployed().physicalId();
        ResourceStatus last = events.reversed().stream()
                .filter(event -> event.logicalId().equals(resource.logicalId())
                        && event.physicalId().equals(physicalId)
                        && !event.isAboutStack())
                .map(StackEvent::status)
                .findFirst()
                .orElse(ResourceStatus.CREATE_COMPLETE);
        return new StackResource(
                resource.logicalId(),
                resource.type(),
                physicalId,
                resource.deployed().attributes(),
                last);
    }
}
