package dev.edaworkshop.localcloud.cloudformation.deployers;

import dev.edaworkshop.localcloud.cloudformation.DeployedResource;
import dev.edaworkshop.localcloud.cloudformation.ResourceDeployer;
import dev.edaworkshop.localcloud.cloudformation.ResourceRequest;
import dev.edaworkshop.localcloud.lambda.Function;
import dev.edaworkshop.localcloud.lambda.FunctionConfiguration;
import dev.edaworkshop.localcloud.lambda.Functions;
import dev.edaworkshop.localcloud.lambda.LoggingFormat;
import dev.edaworkshop.localcloud.lambda.RecordedConfiguration;
import java.time.Duration;
import java.util.List;
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
                "Layers",
                "LoggingConfig.ApplicationLogLevel",
                "LoggingConfig.LogFormat",
                "LoggingConfig.LogGroup",
                "LoggingConfig.SystemLogLevel",
                "MemorySize",
                "PackageType",
                "ReservedConcurrentExecutions",
                "Role",
                "Runtime",
                "Tags",
                "Timeout");
    }

    @Override
    public Map<String, String> recordedProperties() {
        return Map.of(
                "Architectures", "functions run on this machine's architecture",
                "EphemeralStorage", "functions share this machine's disk",
                "KmsKeyArn", "encryption at rest cannot be observed here",
                "RecursiveLoop", "loops are not stopped here",
                "RuntimeManagementConfig", "there is one runtime here",
                "SnapStart", "nothing is restored from a snapshot here",
                "TracingConfig", "there is no X-Ray here",
                "VpcConfig", "functions share this machine's network");
    }

    @Override
    public Set<String> createOnlyProperties() {
        return Set.of("FunctionName", "PackageType");
    }

    @Override
    public Set<String> attributes() {
        return Set.of("Arn", "SnapStartResponse.ApplyOn", "SnapStartResponse.OptimizationStatus");
    }

    @Override
    public DeployedResource create(ResourceRequest request) {
        String name = request.name("FunctionName", MAX_NAME);
        if (CdkProviderFunctions.contain(request)) {
            return CdkProviderFunctions.record(name, request);
        }
        Function function = functions.create(configuration(name, request));
        try {
            return finish(function, request);
        } catch (RuntimeException e) {
            functions.delete(function.name());
            throw e;
        }
    }

    @Override
    public DeployedResource update(DeployedResource deployed, ResourceRequest request) {
        if (CdkProviderFunctions.contain(request)) {
            return deployed;
        }
        return finish(functions.update(configuration(deployed.physicalId(), request)), request);
    }

    @Override
    public void delete(DeployedResource deployed) {
        functions.delete(deployed.physicalId());
    }

    /** Sets what is no part of the function's configuration. */
    private DeployedResource finish(Function function, ResourceRequest request) {
        functions.reserveConcurrency(function.name(), request.integer("ReservedConcurrentExecutions"));
        function.tags().replaceBy(request.tags());
        return new DeployedResource(
                function.name(),
                Map.of(
                        "Arn",
                        function.arn(),
                        "SnapStartResponse.ApplyOn",
                        function.configuration().recorded().snapStart(),
                        "SnapStartResponse.OptimizationStatus",
                        "Off"));
    }

    private FunctionConfiguration configuration(String name, ResourceRequest request) {
        FunctionConfiguration.Builder function = FunctionConfiguration.of(name)
                .role(request.requiredText("Role"))
                .handler(request.requiredText("Handler"))
                .runtime(request.requiredText("Runtime"))
                .code(functions.exploded(
                        request.asset(request.requiredText("Code.S3Bucket"), request.requiredText("Code.S3Key"))
                                .path()))
                .environment(request.textMap("Environment.Variables"))
                .layers(functions.layers().require(request.texts("Layers")))
                .recorded(recorded(request));
        request.integer("MemorySize").ifPresent(function::memoryMegabytes);
        request.integer("Timeout").map(Duration::ofSeconds).ifPresent(function::timeout);
        request.text("Description").ifPresent(function::description);
        request.text("DeadLetterConfig.TargetArn").ifPresent(function::deadLetterArn);
        request.text("LoggingConfig.LogGroup").ifPresent(function::logGroup);
        function.logging(new LoggingFormat(
                request.text("LoggingConfig.LogFormat").orElse(LoggingFormat.TEXT.format()),
                request.text("LoggingConfig.ApplicationLogLevel"),
                request.text("LoggingConfig.SystemLogLevel")));
        return function.build();
    }

    private static RecordedConfiguration recorded(ResourceRequest request) {
        RecordedConfiguration recorded = RecordedConfiguration.DEFAULT.withNetwork(
                request.texts("VpcConfig.SubnetIds"), request.texts("VpcConfig.SecurityGroupIds"));
        List<String> architectures = request.texts("Architectures");
        if (!architectures.isEmpty()) {
            recorded = recorded.withArchitecture(architectures.getFirst());
        }
        return recorded.withEphemeralStorage(
                        request.integer("EphemeralStorage.Size").orElse(recorded.ephemeralStorageMegabytes()))
                .withTracingMode(request.text("TracingConfig.Mode").orElse(recorded.tracingMode()))
                .withSnapStart(request.text("SnapStart.ApplyOn").orElse(recorded.snapStart()));
    }
}
