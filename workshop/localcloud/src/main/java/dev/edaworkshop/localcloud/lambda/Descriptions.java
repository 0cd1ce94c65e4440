package dev.edaworkshop.localcloud.lambda;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import software.amazon.awssdk.services.lambda.model.EventSourceMappingConfiguration;
import software.amazon.awssdk.services.lambda.model.Filter;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration.Builder;
import software.amazon.awssdk.services.lambda.model.FunctionResponseType;
import software.amazon.awssdk.services.lambda.model.LastUpdateStatus;
import software.amazon.awssdk.services.lambda.model.Layer;
import software.amazon.awssdk.services.lambda.model.LogFormat;
import software.amazon.awssdk.services.lambda.model.PackageType;
import software.amazon.awssdk.services.lambda.model.SnapStartOptimizationStatus;
import software.amazon.awssdk.services.lambda.model.State;

/** Functions and mappings the way Lambda describes them. */
final class Descriptions {
    private static final DateTimeFormatter LAST_MODIFIED =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxx").withZone(ZoneOffset.UTC);

    private Descriptions() {}

    static software.amazon.awssdk.services.lambda.model.FunctionConfiguration of(Function function) {
        return of(function.version(), function.arn());
    }

    /** @param arn as it is to be named */
    static software.amazon.awssdk.services.lambda.model.FunctionConfiguration of(FunctionVersion function, String arn) {
        FunctionConfiguration configuration = function.configuration();
        RecordedConfiguration recorded = configuration.recorded();
        Builder description = software.amazon.awssdk.services.lambda.model.FunctionConfiguration.builder()
                .functionName(configuration.name())
                .functionArn(arn)
                .runtime(configuration.runtime())
                .role(configuration.roleArn())
                .handler(configuration.handler())
                .codeSize(function.code().bytes())
                .codeSha256(function.code().sha256())
                .description(configuration.description())
                .timeout((int) configuration.timeout().toSeconds())
                .memorySize(configuration.memoryMegabytes())
                .lastModified(LAST_MODIFIED.format(function.lastModified()))
                .version(configuration.version())
                .state(State.ACTIVE)
                .lastUpdateStatus(LastUpdateStatus.SUCCESSFUL)
                .packageType(PackageType.ZIP)
                .architecturesWithStrings(recorded.architecture())
                .ephemeralStorage(storage -> storage.size(recorded.ephemeralStorageMegabytes()))
                .tracingConfig(tracing -> tracing.mode(recorded.tracingMode()))
                .snapStart(snapStart ->
                        snapStart.applyOn(recorded.snapStart()).optimizationStatus(optimization(configuration)))
                .revisionId(UUID.nameUUIDFromBytes((function.lastModified() + arn).getBytes(StandardCharsets.UTF_8))
                        .toString())
                .loggingConfig(logging -> logging.logFormat(LogFormat.TEXT).logGroup(configuration.logGroup()));
        if (!configuration.environment().isEmpty()) {
            description.environment(environment -> environment.variables(configuration.environment()));
        }
        configuration
                .deadLetterArn()
                .ifPresent(target -> description.deadLetterConfig(letters -> letters.targetArn(target)));
        if (!configuration.layers().isEmpty()) {
            description.layers(configuration.layers().stream()
                    .map(layer -> Layer.builder().arn(layer.arn()).build())
                    .toList());
        }
        if (!recorded.subnetIds().isEmpty() || !recorded.securityGroupIds().isEmpty()) {
            description.vpcConfig(
                    network -> network.subnetIds(recorded.subnetIds()).securityGroupIds(recorded.securityGroupIds()));
        }
        return description.build();
    }

    /** Only published versions are said to start from a snapshot. */
    private static SnapStartOptimizationStatus optimization(FunctionConfiguration configuration) {
        boolean published = !configuration.version().equals(Function.LATEST);
        return published && configuration.recorded().snapStart().equals("PublishedVersions")
                ? SnapStartOptimizationStatus.ON
                : SnapStartOptimizationStatus.OFF;
    }

    static EventSourceMappingConfiguration of(EventSourceMapping mapping) {
        EventSourceMapping.Settings settings = mapping.settings();
        EventSourceMappingConfiguration.Builder description = EventSourceMappingConfiguration.builder()
                .uuid(mapping.uuid())
                .eventSourceMappingArn(mapping.arn())
                .functionArn(mapping.functionArn())
                .eventSourceArn(mapping.eventSourceArn())
                .batchSize(settings.batchSize())
                .maximumBatchingWindowInSeconds((int) settings.batchingWindow().toSeconds())
                .functionResponseTypes(
                        settings.reportBatchItemFailures()
                                ? new FunctionResponseType[] {FunctionResponseType.REPORT_BATCH_ITEM_FAILURES}
                                : new FunctionResponseType[0])
                .lastModified(seconds(mapping.lastModified()))
                .state(settings.enabled() ? "Enabled" : "Disabled")
                .stateTransitionReason("USER_INITIATED");
        if (!settings.filterCriteria().isEmpty()) {
            description.filterCriteria(criteria -> criteria.filters(settings.filterCriteria().patterns().stream()
                    .map(pattern -> Filter.builder().pattern(pattern.json()).build())
                    .toList()));
        }
        settings.maximumConcurrency()
                .ifPresent(batches -> description.scalingConfig(scaling -> scaling.maximumConcurrency(batches)));
        settings.stream().ifPresent(stream -> describe(stream, description));
        return description.build();
    }

    private static void describe(StreamSettings stream, EventSourceMappingConfiguration.Builder description) {
        description
                .stateTransitionReason("User action")
                .startingPosition(stream.startingPosition().name())
                .parallelizationFactor(stream.parallelizationFactor())
                .bisectBatchOnFunctionError(stream.bisectBatchOnFunctionError())
                .maximumRecordAgeInSeconds(stream.maximumRecordAge()
                        .map(age -> (int) age.toSeconds())
                        .orElse(-1))
                .maximumRetryAttempts(stream.maximumRetryAttempts().orElse(-1))
                .tumblingWindowInSeconds(0)
                .destinationConfig(destinations ->
                        destinations.onFailure(failure -> stream.onFailureArn().ifPresent(failure::destination)))
                .lastProcessingResult("No records processed");
    }

    private static Instant seconds(Instant instant) {
        return Instant.ofEpochSecond(instant.getEpochSecond());
    }
}
