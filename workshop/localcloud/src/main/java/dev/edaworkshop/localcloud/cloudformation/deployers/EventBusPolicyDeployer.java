package dev.edaworkshop.localcloud.cloudformation.deployers;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.edaworkshop.localcloud.cloudformation.DeployedResource;
import dev.edaworkshop.localcloud.cloudformation.ResourceDeployer;
import dev.edaworkshop.localcloud.cloudformation.ResourceRequest;
import dev.edaworkshop.localcloud.events.EventBus;
import dev.edaworkshop.localcloud.events.EventBuses;
import java.util.Map;
import java.util.Set;

/** @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-events-eventbuspolicy.html">AWS::Events::EventBusPolicy</a> */
public final class EventBusPolicyDeployer implements ResourceDeployer {
    private static final String BUS_ARN = "BusArn";

    private final EventBuses buses;

    public EventBusPolicyDeployer(EventBuses buses) {
        this.buses = buses;
    }

    @Override
    public String type() {
        return "AWS::Events::EventBusPolicy";
    }

    @Override
    public Set<String> properties() {
        return Set.of("EventBusName", "StatementId", "Statement", "Action", "Principal");
    }

    @Override
    public Set<String> createOnlyProperties() {
        return Set.of("EventBusName", "StatementId");
    }

    @Override
    public DeployedResource create(ResourceRequest request) {
        EventBus bus = buses.bus(request.text("EventBusName").orElse("default"));
        put(bus.arn(), request);
        return new DeployedResource(
                request.generatedId(), Map.of(BUS_ARN, bus.arn(), "StatementId", request.requiredText("StatementId")));
    }

    @Override
    public DeployedResource update(DeployedResource deployed, ResourceRequest request) {
        put(deployed.attribute(BUS_ARN), request);
        return deployed;
    }

    @Override
    public void delete(DeployedResource deployed) {
        buses.policies().remove(deployed.attribute(BUS_ARN), deployed.attribute("StatementId"));
    }

    private void put(String busArn, ResourceRequest request) {
        String statementId = request.requiredText("StatementId");
        if (!request.json("Statement").isMissingNode()) {
            buses.policies().put(busArn, statementId, request.json("Statement"));
            return;
        }
        ObjectNode statement = JsonNodeFactory.instance.objectNode();
        statement.put("Effect", "Allow");
        String principal = request.requiredText("Principal");
        if (principal.equals("*")) {
            statement.put("Principal", principal);
        } else {
            statement.putObject("Principal").put("AWS", "arn:aws:iam::%s:root".formatted(principal));
        }
        statement.put("Action", request.text("Action").orElse("events:PutEvents"));
        statement.put("Resource", busArn);
        buses.policies().put(busArn, statementId, statement);
    }
}
