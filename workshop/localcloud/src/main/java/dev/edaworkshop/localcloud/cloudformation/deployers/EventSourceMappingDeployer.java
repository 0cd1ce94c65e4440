package dev.edaworkshop.localcloud.cloudformation.deployers;

import dev.edaworkshop.localcloud.cloudformation.DeployedResource;
import dev.edaworkshop.localcloud.cloudformation.ResourceDeployer;
import dev.edaworkshop.localcloud.cloudformation.ResourceRequest;
import dev.edaworkshop.localcloud.lambda.EventSourceMapping;
import dev.edaworkshop.localcloud.lambda.EventSourceMapping.Settings;
import dev.edaworkshop.localcloud.lambda.EventSourceMappings;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-eventsourcemapping.html">AWS::Lambda::EventSourceMapping</a> */
public final class EventSourceMappingDeployer implements ResourceDeployer {
    private final EventSourceMappings mappings;

    public EventSourceMappingDeployer(EventSourceMappings mappings) {
        this.mappings = mappings;
    }

    @Override
    public String type() {
        return "AWS::Lambda::EventSourceMapping";
    }

    @Override
    public Set<String> properties() {
        return Set.of(
                "BatchSize",
                "Enabled",
                "EventSourceArn",
                "FunctionName",
                "FunctionResponseTypes",
                "MaximumBatchingWindowInSeconds");
    }

    @Override
    public Map<String, String> recordedProperties() {
        return Map.of("Tags", "nothing here reads them");
    }

    @Override
    public Set<String> createOnlyProperties() {
        return Set.of("EventSourceArn", "FunctionName");
    }

    @Override
    public Set<String> attributes() {
        return Set.of("Id", "EventSourceMappingArn");
    }

    @Override
    public DeployedResource create(ResourceRequest request) {
        EventSourceMapping mapping = mappings.create(
                request.requiredText("FunctionName"), request.requiredText("EventSourceArn"), settings(request));
        return new DeployedResource(
                mapping.uuid(), Map.of("Id", mapping.uuid(), "EventSourceMappingArn", mapping.arn()));
    }

    @Override
    public DeployedResource update(DeployedResource deployed, ResourceRequest request) {
        mappings.update(deployed.physicalId(), settings(request));
        return deployed;
    }

    @Override
    public void delete(DeployedResource deployed) {
        mappings.delete(deployed.physicalId());
    }

    private static Settings settings(ResourceRequest request) {
        Settings settings = Settings.DEFAULT
                .withReportBatchItemFailures(
                        request.texts("FunctionResponseTypes").contains("ReportBatchItemFailures"))
                .withEnabled(!request.text("Enabled").orElse("true").equalsIgnoreCase("false"));
        int window = request.integer("MaximumBatchingWindowInSeconds").orElse(0);
        return settings.withBatchingWindow(Duration.ofSeconds(window))
                .withBatchSize(request.integer("BatchSize").orElse(settings.batchSize()));
    }
}
