package dev.edaworkshop.localcloud.cloudformation.deployers;

import dev.edaworkshop.localcloud.cloudformation.DeployedResource;
import dev.edaworkshop.localcloud.cloudformation.Properties;
import dev.edaworkshop.localcloud.cloudformation.ResourceDeployer;
import dev.edaworkshop.localcloud.cloudformation.ResourceRequest;
import dev.edaworkshop.localcloud.lambda.EventSourceMapping;
import dev.edaworkshop.localcloud.lambda.EventSourceMapping.Settings;
import dev.edaworkshop.localcloud.lambda.EventSourceMappings;
import dev.edaworkshop.localcloud.lambda.MappingSettings;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.lambda.model.CreateEventSourceMappingRequest;
import software.amazon.awssdk.services.lambda.model.Filter;

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
                "BisectBatchOnFunctionError",
                "DestinationConfig.OnFailure.Destination",
                "Enabled",
                "EventSourceArn",
                "FilterCriteria.Filters.Pattern",
                "FunctionName",
                "FunctionResponseTypes",
                "MaximumBatchingWindowInSeconds",
                "MaximumRecordAgeInSeconds",
                "MaximumRetryAttempts",
                "ParallelizationFactor",
                "ScalingConfig.MaximumConcurrency",
                "StartingPosition");
    }

    @Override
    public Map<String, String> recordedProperties() {
        return Map.of(
                "KmsKeyArn", "encryption at rest cannot be observed here",
                "MetricsConfig", "there is no CloudWatch here",
                "ProvisionedPollerConfig", "there are always enough pollers here",
                "Tags", "nothing here reads them");
    }

    @Override
    public Set<String> createOnlyProperties() {
        return Set.of("EventSourceArn", "FunctionName", "StartingPosition");
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

    private Settings settings(ResourceRequest request) {
        String eventSourceArn = request.requiredText("EventSourceArn");
        CreateEventSourceMappingRequest.Builder wanted =
                CreateEventSourceMappingRequest.builder().eventSourceArn(eventSourceArn);
        Properties properties = request.properties();
        request.integer("BatchSize").ifPresent(wanted::batchSize);
        properties.bool("BisectBatchOnFunctionError").ifPresent(wanted::bisectBatchOnFunctionError);
        request.text("DestinationConfig.OnFailure.Destination")
                .ifPresent(arn -> wanted.destinationConfig(config -> config.onFailure(at -> at.destination(arn))));
        properties.bool("Enabled").ifPresent(wanted::enabled);
        if (properties.has("FilterCriteria")) {
            wanted.filterCriteria(criteria -> criteria.filters(properties.objects("FilterCriteria.Filters").stream()
                    .map(filter -> Filter.builder()
                            .pattern(filter.jsonText("Pattern").orElse("{}"))
                            .build())
                    .toList()));
        }
        if (properties.has("FunctionResponseTypes")) {
            wanted.functionResponseTypesWithStrings(request.texts("FunctionResponseTypes"));
        }
        request.integer("MaximumBatchingWindowInSeconds").ifPresent(wanted::maximumBatchingWindowInSeconds);
        request.integer("MaximumRecordAgeInSeconds").ifPresent(wanted::maximumRecordAgeInSeconds);
        request.integer("MaximumRetryAttempts").ifPresent(wanted::maximumRetryAttempts);
        request.integer("ParallelizationFactor").ifPresent(wanted::parallelizationFactor);
        request.integer("ScalingConfig.MaximumConcurrency")
                .ifPresent(batches -> wanted.scalingConfig(scaling -> scaling.maximumConcurrency(batches)));
        request.text("StartingPosition").ifPresent(wanted::startingPosition);
        return MappingSettings.of(wanted.build(), mappings.defaults(eventSourceArn));
    }
}
