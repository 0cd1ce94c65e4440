package dev.edaworkshop.localcloud.events;

import dev.edaworkshop.localcloud.wire.AwsException;
import java.util.Map;

/** What a rule can deliver to. */
enum TargetKind {
    QUEUE,
    FUNCTION,
    TOPIC,
    BUS,
    LOG_GROUP,
    API_DESTINATION;

    private static final Map<String, String> ELSEWHERE = Map.of(
            "states", "Step Functions",
            "kinesis", "Kinesis",
            "firehose", "Firehose",
            "ecs", "ECS",
            "batch", "Batch",
            "execute-api", "API Gateway",
            "ssm", "Systems Manager",
            "redshift", "Redshift",
            "sagemaker", "SageMaker",
            "appsync", "AppSync");

    /** @throws AwsException {@code ValidationException} if the ARN is none, or names a service that is not delivered to */
    static TargetKind of(String arn) {
        String[] parts = arn.split(":", 6);
        if (parts.length < 6 || !parts[0].equals("arn")) {
            throw EventsErrors.invalidParameter(arn, "Provided Arn is not in correct format.");
        }
        String resource = parts[5];
        return switch (parts[2]) {
            case "sqs" -> QUEUE;
            case "lambda" -> FUNCTION;
            case "sns" -> TOPIC;
            case "events" -> eventsResource(arn, resource);
            case "logs" -> LOG_GROUP;
            default -> throw unsupported(arn, ELSEWHERE.getOrDefault(parts[2], parts[2]));
        };
    }

    private static TargetKind eventsResource(String arn, String resource) {
        if (resource.startsWith("event-bus/")) {
            return BUS;
        }
        if (resource.startsWith("api-destination/")) {
            return API_DESTINATION;
        }
        throw unsupported(arn, "EventBridge's " + resource.replaceFirst("/.*", ""));
    }

    private static AwsException unsupported(String arn, String service) {
        return EventsErrors.invalidParameter(
                arn,
                "The local cloud does not deliver to %s. A target is a queue, a function, a topic, an event bus, a log group or an API destination."
                        .formatted(service));
    }
}
