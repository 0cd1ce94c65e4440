package dev.edaworkshop.localcloud.cloudformation.deployers;

import dev.edaworkshop.localcloud.cloudformation.DeployedResource;
import dev.edaworkshop.localcloud.cloudformation.ResourceDeployer;
import dev.edaworkshop.localcloud.cloudformation.ResourceRequest;
import dev.edaworkshop.localcloud.events.EventBus;
import dev.edaworkshop.localcloud.events.EventBuses;
import java.util.Map;
import java.util.Set;

/** @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-events-eventbus.html">AWS::Events::EventBus</a> */
public final class EventBusDeployer implements ResourceDeployer {
    private final EventBuses buses;

    public EventBusDeployer(EventBuses buses) {
        this.buses = buses;
    }

    @Override
    public String type() {
        return "AWS::Events::EventBus";
    }

    @Override
    public Set<String> properties() {
        return Set.of("Name", "Description", "Policy");
    }

    @Override
    public Map<String, String> recordedProperties() {
        return Map.of(
                "KmsKeyIdentifier", "encryption at rest cannot be observed here",
                "DeadLetterConfig", "it is for events whose encryption key is not available",
                "LogConfig", "the journal tells more",
                "Tags", "nothing here reads them");
    }

    @Override
    public Set<String> createOnlyProperties() {
        return Set.of("Name");
    }

    @Override
    public Set<String> attributes() {
        return Set.of("Arn", "Name", "Policy");
    }

    @Override
    public DeployedResource create(ResourceRequest request) {
        EventBus bus = buses.create(request.requiredText("Name"), request.text("Description"));
        return applied(bus, request);
    }

    @Override
    public DeployedResource update(DeployedResource deployed, ResourceRequest request) {
        EventBus bus = buses.bus(deployed.physicalId());
        bus.setDescription(request.text("Description"));
        if (deployed.attributes().containsKey("Policy")) {
            buses.policies().removeAll(bus.arn());
        }
        return applied(bus, request);
    }

    @Override
    public void delete(DeployedResource deployed) {
        buses.delete(deployed.physicalId());
    }

    private DeployedResource applied(EventBus bus, ResourceRequest request) {
        DeployedResource deployed = new DeployedResource(bus.name(), Map.of("Arn", bus.arn(), "Name", bus.name()));
        if (request.json("Policy").isMissingNode()) {
            return deployed;
        }
        buses.policies().putAll(bus.arn(), request.json("Policy"));
        return deployed.withAttribute("Policy", request.jsonText("Policy").orElseThrow());
    }
}
