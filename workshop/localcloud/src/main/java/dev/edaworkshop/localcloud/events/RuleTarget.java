package dev.edaworkshop.localcloud.events;

import dev.edaworkshop.localcloud.wire.AwsException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.eventbridge.model.Target;

/**
 * A target of a rule, checked.
 *
 * @param description as AWS's API has it
 * @param maxRetries after the first attempt
 * @param maxAge of the event, from its arrival at the bus
 */
record RuleTarget(Target description, TargetKind kind, TargetInput input, int maxRetries, Duration maxAge) {
    private static final int MAX_RETRIES = 185;
    private static final int MIN_AGE_SECONDS = 60;
    private static final int MAX_AGE_SECONDS = 86_400;
    private static final int MAX_ID = 64;
    private static final int MAX_ARN = 1_600;

    /**
     * Checks a target as PutTargets does; whether it exists does not matter.
     *
     * @param position from 1, for messages
     * @throws AwsException {@code ValidationException}
     */
    static RuleTarget parse(Target target, int position) {
        String path = "targets.%d.member".formatted(position);
        Constraints.name(target.id(), path + ".id", MAX_ID);
        String arn = Constraints.required(target.arn(), path + ".arn");
        Constraints.maxLength(arn, path + ".arn", MAX_ARN);
        refuseParametersOfOthers(target);
        TargetKind kind = TargetKind.of(arn);
        TargetInput input = TargetInput.parse(target, path);
        checkParametersOf(kind, target, input);
        deadLetterQueue(target).ifPresent(queue -> checkDeadLetterQueue(target, queue));

        var policy = target.retryPolicy();
        Integer retries = policy == null ? null : policy.maximumRetryAttempts();
        Integer age = policy == null ? null : policy.maximumEventAgeInSeconds();
        Constraints.range(retries, path + ".retryPolicy.maximumRetryAttempts", 0, MAX_RETRIES);
        Constraints.range(age, path + ".retryPolicy.maximumEventAgeInSeconds", MIN_AGE_SECONDS, MAX_AGE_SECONDS);
        return new RuleTarget(
                target,
                kind,
                input,
                retries == null ? MAX_RETRIES : retries,
                Duration.ofSeconds(age == null ? MAX_AGE_SECONDS : age));
    }

    String id() {
        return description.id();
    }

    String arn() {
        return description.arn();
    }

    Optional<String> roleArn() {
        return Optional.ofNullable(description.roleArn());
    }

    Optional<String> deadLetterQueueArn() {
        return deadLetterQueue(description);
    }

    /** For FIFO queues. */
    Optional<String> messageGroupId() {
        return Optional.ofNullable(description.sqsParameters()).flatMap(p -> Optional.ofNullable(p.messageGroupId()));
    }

    private static Optional<String> deadLetterQueue(Target target) {
        return Optional.ofNullable(target.deadLetterConfig()).flatMap(config -> Optional.ofNullable(config.arn()));
    }

    private static void checkDeadLetterQueue(Target target, String queue) {
        if (!queue.startsWith("arn:aws:sqs:")) {
            throw EventsErrors.invalidParameter(
                    "DeadLetterConfig", "%s of target %s is not the ARN of a queue.".formatted(queue, target.id()));
        }
        if (queue.endsWith(".fifo")) {
            throw EventsErrors.invalidParameter(
                    "DeadLetterConfig",
                    "%s of target %s is a FIFO queue; a dead-letter queue of a rule is a standard queue."
                            .formatted(queue, target.id()));
        }
    }

    private static void checkParametersOf(TargetKind kind, Target target, TargetInput input) {
        boolean fifo = kind == TargetKind.QUEUE && target.arn().endsWith(".fifo");
        if (fifo && (target.sqsParameters() == null || target.sqsParameters().messageGroupId() == null)) {
            throw EventsErrors.validation(
                    "Parameter(s) SqsParameters must be specified for target: %s.".formatted(target.id()));
        }
        if (kind != TargetKind.QUEUE) {
            refuse("SqsParameters", target.sqsParameters(), target);
        }
        if (kind != TargetKind.API_DESTINATION) {
            refuse("HttpParameters", target.httpParameters(), target);
        }
        if (kind == TargetKind.LOG_GROUP && input instanceof TargetInput.Transformed) {
            throw EventsErrors.invalidParameter(
                    "InputTransformer",
                    "The local cloud does not support it for log groups, such as that of target %s."
                            .formatted(target.id()));
        }
        if (kind == TargetKind.BUS && !(input instanceof TargetInput.Whole)) {
            throw EventsErrors.validation(
                    "Target %s is an event bus, which gets the event unchanged: Input, InputPath and InputTransformer cannot be used."
                            .formatted(target.id()));
        }
        if (kind == TargetKind.API_DESTINATION && target.roleArn() == null) {
            throw EventsErrors.validation("RoleArn is required for target %s.".formatted(target.arn()));
        }
    }

    private static void refuseParametersOfOthers(Target target) {
        Map<String, @Nullable Object> others = new LinkedHashMap<>();
        others.put("AppSyncParameters", target.appSyncParameters());
        others.put("BatchParameters", target.batchParameters());
        others.put("EcsParameters", target.ecsParameters());
        others.put("KinesisParameters", target.kinesisParameters());
        others.put("RedshiftDataParameters", target.redshiftDataParameters());
        others.put("RunCommandParameters", target.runCommandParameters());
        others.put("SageMakerPipelineParameters", target.sageMakerPipelineParameters());
        others.forEach((name, value) -> refuse(name, value, target));
    }

    private static void refuse(String name, @Nullable Object value, Target target) {
        if (value != null) {
            throw EventsErrors.invalidParameter(
                    name, "Target %s is %s, which has no such parameters here.".formatted(target.id(), target.arn()));
        }
    }
}
