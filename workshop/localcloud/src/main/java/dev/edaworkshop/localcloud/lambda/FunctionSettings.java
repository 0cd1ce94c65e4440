package dev.edaworkshop.localcloud.lambda;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.lambda.model.CreateFunctionRequest;
import software.amazon.awssdk.services.lambda.model.LoggingConfig;
import software.amazon.awssdk.services.lambda.model.PackageType;

/** Reads a function's configuration from a request; what the request does not say stays as it was. */
final class FunctionSettings {
    private static final Set<String> MEMBERS = Set.of(
            "Architectures",
            "Code",
            "DeadLetterConfig",
            "Description",
            "Environment",
            "EphemeralStorage",
            "FunctionName",
            "Handler",
            "Layers",
            "LoggingConfig",
            "MemorySize",
            "PackageType",
            "Publish",
            "Role",
            "Runtime",
            "SnapStart",
            "Tags",
            "Timeout",
            "TracingConfig",
            "VpcConfig");

    private FunctionSettings() {}

    /** @throws dev.edaworkshop.localcloud.wire.AwsException if a member is not supported, or a value not allowed */
    static FunctionConfiguration.Builder apply(
            CreateFunctionRequest request, FunctionConfiguration.Builder function, Layers layers) {
        Members.requireOnly(MEMBERS, request);
        if (request.packageType() == PackageType.IMAGE) {
            throw LambdaErrors.unsupported("container images (package type Image)");
        }
        if (request.role() != null) {
            function.role(request.role());
        }
        if (request.handler() != null) {
            function.handler(request.handler());
        }
        if (request.runtimeAsString() != null) {
            function.runtime(request.runtimeAsString());
        }
        if (request.description() != null) {
            function.description(request.description());
        }
        if (request.timeout() != null) {
            function.timeout(Duration.ofSeconds(request.timeout()));
        }
        if (request.memorySize() != null) {
            function.memoryMegabytes(request.memorySize());
        }
        if (request.environment() != null && request.environment().hasVariables()) {
            function.environment(request.environment().variables());
        }
        if (request.deadLetterConfig() != null && request.deadLetterConfig().targetArn() != null) {
            function.deadLetterArn(request.deadLetterConfig().targetArn());
        }
        if (request.hasLayers()) {
            function.layers(layers.require(request.layers()));
        }
        if (request.loggingConfig() != null) {
            applyLogging(request.loggingConfig(), function);
        }
        return function.recorded(applyRecorded(request, function.recorded()));
    }

    private static void applyLogging(LoggingConfig logging, FunctionConfiguration.Builder function) {
        if (logging.logFormat() != null) {
            function.logging(new LoggingFormat(
                    logging.logFormatAsString(),
                    Optional.ofNullable(logging.applicationLogLevelAsString()),
                    Optional.ofNullable(logging.systemLogLevelAsString())));
        }
        if (logging.logGroup() != null) {
            function.logGroup(logging.logGroup());
        }
    }

    private static RecordedConfiguration applyRecorded(CreateFunctionRequest request, RecordedConfiguration base) {
        RecordedConfiguration recorded = base;
        if (request.hasArchitectures() && !request.architectures().isEmpty()) {
            recorded =
                    recorded.withArchitecture(request.architecturesAsStrings().getFirst());
        }
        if (request.ephemeralStorage() != null && request.ephemeralStorage().size() != null) {
            recorded = recorded.withEphemeralStorage(request.ephemeralStorage().size());
        }
        if (request.tracingConfig() != null && request.tracingConfig().mode() != null) {
            recorded = recorded.withTracingMode(request.tracingConfig().modeAsString());
        }
        if (request.snapStart() != null && request.snapStart().applyOn() != null) {
            recorded = recorded.withSnapStart(request.snapStart().applyOnAsString());
        }
        if (request.vpcConfig() != null) {
            recorded = recorded.withNetwork(
                    List.copyOf(request.vpcConfig().subnetIds()),
                    List.copyOf(request.vpcConfig().securityGroupIds()));
        }
        return recorded;
    }
}
