package dev.edaworkshop.localcloud.cloudformation.deployers;

import dev.edaworkshop.localcloud.cloudformation.DeployedResource;
import dev.edaworkshop.localcloud.cloudformation.ResourceDeployer;
import dev.edaworkshop.localcloud.cloudformation.ResourceRequest;
import dev.edaworkshop.localcloud.lambda.AsyncConfiguration;
import dev.edaworkshop.localcloud.lambda.AsyncQueue;
import dev.edaworkshop.localcloud.lambda.Destination;
import dev.edaworkshop.localcloud.lambda.Function;
import dev.edaworkshop.localcloud.lambda.Functions;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-eventinvokeconfig.html">AWS::Lambda::EventInvokeConfig</a> */
public final class EventInvokeConfigDeployer implements ResourceDeployer {
    private static final String FUNCTION = "FunctionArn";

    private final Functions functions;

    public EventInvokeConfigDeployer(Functions functions) {
        this.functions = functions;
    }

    @Override
    public String type() {
        return "AWS::Lambda::EventInvokeConfig";
    }

    @Override
    public Set<String> properties() {
        return Set.of(
                "DestinationConfig.OnFailure.Destination",
                "DestinationConfig.OnSuccess.Destination",
                "FunctionName",
                "MaximumEventAgeInSeconds",
                "MaximumRetryAttempts",
                "Qualifier");
    }

    @Override
    public Set<String> createOnlyProperties() {
        return Set.of("FunctionName", "Qualifier");
    }

    @Override
    public DeployedResource create(ResourceRequest request) {
        Function function = functions.function(request.requiredText("FunctionName"), request.text("Qualifier"));
        configure(function.asyncQueue(), request);
        return new DeployedResource(request.generatedId(), Map.of(FUNCTION, function.qualifiedArn()));
    }

    @Override
    public DeployedResource update(DeployedResource deployed, ResourceRequest request) {
        configure(functions.function(deployed.attribute(FUNCTION)).asyncQueue(), request);
        return deployed;
    }

    @Override
    public void delete(DeployedResource deployed) {
        functions.find(deployed.attribute(FUNCTION)).ifPresent(function -> function.asyncQueue()
                .resetConfiguration());
    }

    private static void configure(AsyncQueue queue, ResourceRequest request) {
        AsyncConfiguration configuration = AsyncConfiguration.DEFAULT.withDestinations(
                request.text("DestinationConfig.OnSuccess.Destination").map(Destination::new),
                request.text("DestinationConfig.OnFailure.Destination").map(Destination::new));
        int retries = request.integer("MaximumRetryAttempts").orElse(configuration.maximumRetryAttempts());
        Duration age = request.integer("MaximumEventAgeInSeconds")
                .map(Duration::ofSeconds)
                .orElse(configuration.maximumEventAge());
        queue.configure(configuration.withMaximumRetryAttempts(retries).withMaximumEventAge(age));
    }
}
