package dev.edaworkshop.localcloud.cloudformation.deployers;

import dev.edaworkshop.localcloud.cloudformation.DeployedResource;
import dev.edaworkshop.localcloud.cloudformation.ResourceDeployer;
import dev.edaworkshop.localcloud.cloudformation.ResourceRequest;
import dev.edaworkshop.localcloud.lambda.Function;
import dev.edaworkshop.localcloud.lambda.FunctionConfiguration;
import dev.edaworkshop.localcloud.lambda.Functions;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-function.html">AWS::Lambda::Function</a> */
public final class FunctionDeployer implements ResourceDeployer {
    private static final int MAX_NAME = 64;

    private final Functions functions;

    public FunctionDeployer(Functions functions) {
        this.functions = functions;
    }

    @Override
    public String type() {
        return "AWS::Lambda::Function";
    }

    @Override
    public Set<String> properties() {
        return Set.of(
                "Code.S3Bucket",
                "Code.S3Key",
                "DeadLetterConfig.TargetArn",
                "Description",
                "Environment.Variables",
                "FunctionName",
                "Handler",
                "LoggingConfig.LogGroup",
                "MemorySize",
                "PackageType",
                "Role",
                "Runtime",
                "Timeout");
    }

    @Override
    public Map<String, String> recordedProperties() {
        return Map.of(
                "Architectures", "functions run on this machine's architecture",
                "EphemeralStorage", "functions share this machine's disk",
                "Tags", "nothing here reads them",
                "TracingConfig", "there is no X-Ray here");
    }

    @Override
    public Set<String> createOnlyProperties() {
        return Set.of("FunctionName", "PackageType");
    }

    @Override
    public Set<String> attributes() {
        return Set.of("Arn");
    }

    @Override
    public DeployedResource create(ResourceRequest request) {
        String name = request.name("FunctionName", MAX_NAME);
        return CdkProviderFunctions.contain(request)
                ? CdkProviderFunctions.record(name, request)
                : deployed(functions.create(configuration(name, request)));
    }

    @Override
    public DeployedResource update(DeployedResource deployed, ResourceRequest request) {
        if (CdkProviderFunctions.contain(request)) {
            return deployed;
        }
        return deployed(functions.update(configuration(deployed.physicalId(), request)));
    }

    @Override
    public void delete(DeployedResource deployed) {
        functions.delete(deployed.physicalId());
    }

    private static DeployedResource deployed(Function function) {
        return new DeployedResource(function.name(), Map.of("Arn", function.arn()));
    }

    private static FunctionConfiguration configuration(String name, ResourceRequest request) {
        FunctionConfiguration.Builder function = FunctionConfiguration.of(name)
                .role(request.requiredText("Role"))
                .handler(request.requiredText("Handler"))
                .runtime(request.requiredText("Runtime"))
                .code(request.asset(request.requiredText("Code.S3Bucket"), request.requiredText("Code.S3Key"))
                        .path())
                .environment(request.textMap("Environment.Variables"));
        request.integer("MemorySize").ifPresent(function::memoryMegabytes);
        request.integer("Timeout").map(Duration::ofSeconds).ifPresent(function::timeout);
        request.text("Description").ifPresent(function::description);
        request.text("DeadLetterConfig.TargetArn").ifPresent(function::deadLetterArn);
        request.text("LoggingConfig.LogGroup").ifPresent(function::logGroup);
        return function.build();
    }
}
