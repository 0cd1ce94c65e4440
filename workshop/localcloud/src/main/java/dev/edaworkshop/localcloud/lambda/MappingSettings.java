package dev.edaworkshop.localcloud.lambda;

import dev.edaworkshop.localcloud.lambda.EventSourceMapping.Settings;
import dev.edaworkshop.localcloud.lambda.StreamSettings.StartingPosition;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.lambda.model.CreateEventSourceMappingRequest;
import software.amazon.awssdk.services.lambda.model.EventSourcePosition;
import software.amazon.awssdk.services.lambda.model.Filter;
import software.amazon.awssdk.services.lambda.model.FunctionResponseType;

/** Reads the settings of an event source mapping from a request; what the request does not say stays as it was. */
public final class MappingSettings {
    private static final int UNTIL_EXPIRY = -1;
    private static final Set<String> COMMON = Set.of(
            "FunctionName",
            "EventSourceArn",
            "Enabled",
            "BatchSize",
            "FilterCriteria",
            "MaximumBatchingWindowInSeconds",
            "FunctionResponseTypes");
    private static final Set<String> OF_STREAMS = Set.of(
            "StartingPosition",
            "ParallelizationFactor",
            "MaximumRecordAgeInSeconds",
            "MaximumRetryAttempts",
            "BisectBatchOnFunctionError",
            "DestinationConfig");
    private static final Set<String> OF_QUEUES = Set.of("ScalingConfig");

    private MappingSettings() {}

    /**
     * What a new mapping is to be like.
     *
     * @param defaults of the event source
     * @throws dev.edaworkshop.localcloud.wire.AwsException if a member does not fit the event source, or is not supported
     */
    public static Settings of(CreateEventSourceMappingRequest request, Settings defaults) {
        if (defaults.stream().isPresent()) {
            EventSourcePosition position = request.startingPosition();
            if (position == null) {
                throw LambdaErrors.invalidParameter(
                        "1 validation error detected: Value null at 'startingPosition' failed to satisfy constraint: Member must not be null.");
            }
            if (position == EventSourcePosition.AT_TIMESTAMP) {
                throw LambdaErrors.invalidParameter(
                        "Unsupported starting position for arn type: " + request.eventSourceArn());
            }
        }
        return apply(request, defaults);
    }

    /** What an existing mapping is to be like. */
    static Settings apply(CreateEventSourceMappingRequest request, Settings base) {
        boolean stream = base.stream().isPresent();
        (stream ? OF_QUEUES : OF_STREAMS).forEach(member -> refuse(request, member));
        Set<String> supported = new HashSet<>(COMMON);
        supported.addAll(stream ? OF_STREAMS : OF_QUEUES);
        Members.requireOnly(supported, request);

        Settings settings = base;
        if (request.batchSize() != null) {
            settings = settings.withBatchSize(request.batchSize());
        }
        if (request.maximumBatchingWindowInSeconds() != null) {
            settings = settings.withBatchingWindow(Duration.ofSeconds(request.maximumBatchingWindowInSeconds()));
        }
        if (request.hasFunctionResponseTypes()) {
            settings = settings.withReportBatchItemFailures(
                    request.functionResponseTypes().contains(FunctionResponseType.REPORT_BATCH_ITEM_FAILURES));
        }
        if (request.enabled() != null) {
            settings = settings.withEnabled(request.enabled());
        }
        if (request.filterCriteria() != null) {
            settings = settings.withFilterCriteria(FilterCriteria.parse(request.filterCriteria().filters().stream()
                    .map(Filter::pattern)
                    .toList()));
        }
        if (request.scalingConfig() != null) {
            settings = settings.withMaximumConcurrency(
                    Optional.ofNullable(request.scalingConfig().maximumConcurrency()));
        }
        Optional<StreamSettings> streamSettings = settings.stream().map(before -> apply(request, before));
        return streamSettings.isPresent() ? settings.withStream(streamSettings.get()) : settings;
    }

    private static StreamSettings apply(CreateEventSourceMappingRequest request, StreamSettings base) {
        EventSourcePosition position = request.startingPosition();
        Integer retries = request.maximumRetryAttempts();
        Integer age = request.maximumRecordAgeInSeconds();
        return new StreamSettings(
                position == null ? base.startingPosition() : StartingPosition.valueOf(position.toString()),
                request.parallelizationFactor() == null
                        ? base.parallelizationFactor()
                        : request.parallelizationFactor(),
                retries == null
                        ? base.maximumRetryAttempts()
                        : Optional.of(retries).filter(count -> count != UNTIL_EXPIRY),
                age == null
                        ? base.maximumRecordAge()
                        : Optional.of(age)
                                .filter(seconds -> seconds != UNTIL_EXPIRY)
                                .map(Duration::ofSeconds),
                request.bisectBatchOnFunctionError() == null
                        ? base.bisectBatchOnFunctionError()
                        : request.bisectBatchOnFunctionError(),
                request.destinationConfig() == null
                        ? base.onFailureArn()
                        : Optional.ofNullable(request.destinationConfig().onFailure())
                                .flatMap(failure -> Optional.ofNullable(failure.destination())));
    }

    private static void refuse(CreateEventSourceMappingRequest request, String member) {
        if (Members.isSet(request, member)) {
            throw LambdaErrors.invalidParameter(
                    "Unsupported %s parameter for given event source mapping type.".formatted(member));
        }
    }
}
