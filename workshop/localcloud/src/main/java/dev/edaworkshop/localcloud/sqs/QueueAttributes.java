package dev.edaworkshop.localcloud.sqs;

import dev.edaworkshop.localcloud.iam.Policy;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The settings of a queue: AWS's defaults, and what was set. Immutable.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html">SetQueueAttributes</a>
 */
final class QueueAttributes {
    static final String POLICY = "Policy";
    static final String REDRIVE_POLICY = "RedrivePolicy";
    static final String REDRIVE_ALLOW_POLICY = "RedriveAllowPolicy";

    private static final String VISIBILITY_TIMEOUT = "VisibilityTimeout";
    private static final String DELAY = "DelaySeconds";
    private static final String MAXIMUM_MESSAGE_SIZE = "MaximumMessageSize";
    private static final String RETENTION_PERIOD = "MessageRetentionPeriod";
    private static final String WAIT_TIME = "ReceiveMessageWaitTimeSeconds";
    private static final String SSE = "SqsManagedSseEnabled";
    private static final String KMS_KEY = "KmsMasterKeyId";

    private static final Map<String, Range> NUMBERS = Map.of(
            VISIBILITY_TIMEOUT,
            new Range(0, 43_200),
            DELAY,
            new Range(0, 900),
            MAXIMUM_MESSAGE_SIZE,
            new Range(1_024, MessageRules.MAX_BYTES),
            RETENTION_PERIOD,
            new Range(60, 1_209_600),
            WAIT_TIME,
            new Range(0, 20),
            "KmsDataKeyReusePeriodSeconds",
            new Range(60, 86_400));
    /** Setting one of these to nothing removes it. */
    private static final Set<String> REMOVABLE = Set.of(POLICY, REDRIVE_POLICY, REDRIVE_ALLOW_POLICY, KMS_KEY);
    /** What every queue has from the beginning. */
    private static final Map<String, String> DEFAULT_VALUES = Map.of(
            VISIBILITY_TIMEOUT,
            "30",
            DELAY,
            "0",
            MAXIMUM_MESSAGE_SIZE,
            String.valueOf(MessageRules.MAX_BYTES),
            RETENTION_PERIOD,
            "345600",
            WAIT_TIME,
            "0",
            SSE,
            "true");

    private static final String FIFO = "FifoQueue";
    private static final String CONTENT_BASED_DEDUPLICATION = "ContentBasedDeduplication";
    private static final String DEDUPLICATION_SCOPE = "DeduplicationScope";
    private static final String THROUGHPUT_LIMIT = "FifoThroughputLimit";
    private static final String BY_GROUP = "messageGroup";
    private static final String LIMIT_BY_GROUP = "perMessageGroupId";
    /** What only FIFO queues have, each with its possible values; the first is the default. */
    private static final Map<String, List<String>> FIFO_CHOICES = Map.of(
            FIFO,
            List.of("true"),
            CONTENT_BASED_DEDUPLICATION,
            List.of("false", "true"),
            DEDUPLICATION_SCOPE,
            List.of("queue", BY_GROUP),
            THROUGHPUT_LIMIT,
            List.of("perQueue", LIMIT_BY_GROUP));

    static final QueueAttributes DEFAULTS = new QueueAttributes(DEFAULT_VALUES);
    static final QueueAttributes FIFO_DEFAULTS = new QueueAttributes(fifoDefaults());

    private final Map<String, String> values;
    private final Optional<RedrivePolicy> redrivePolicy;

    private QueueAttributes(Map<String, String> values) {
        this.values = Collections.unmodifiableMap(new TreeMap<>(values));
        redrivePolicy = Optional.ofNullable(values.get(REDRIVE_POLICY)).map(RedrivePolicy::parse);
    }

    private record Range(int min, int max) {}

    private static Map<String, String> fifoDefaults() {
        Map<String, String> values = new TreeMap<>(DEFAULT_VALUES);
        FIFO_CHOICES.forEach((name, choices) -> values.put(name, choices.getFirst()));
        return values;
    }

    /** All settings by AWS's names; what a queue need not have is absent. */
    Map<String, String> values() {
        return values;
    }

    /** Whether a queue of this kind has such a setting, set or not. */
    boolean isKnown(String name) {
        return NUMBERS.containsKey(name)
                || REMOVABLE.contains(name)
                || name.equals(SSE)
                || (isFifo() && FIFO_CHOICES.containsKey(name));
    }

    boolean isFifo() {
        return values.containsKey(FIFO);
    }

    boolean deduplicatesByContent() {
        return "true".equals(values.get(CONTENT_BASED_DEDUPLICATION));
    }

    /** Whether the same deduplication id in another message group is no repetition. */
    boolean deduplicatesByGroup() {
        return BY_GROUP.equals(values.get(DEDUPLICATION_SCOPE));
    }

    /**
     * These settings with changes.
     *
     * @throws dev.edaworkshop.localcloud.wire.AwsException if a name or value is none of AWS's
     */
    QueueAttributes with(Map<String, String> changes) {
        Map<String, String> changed = new TreeMap<>(values);
        changes.forEach((name, value) -> {
            if (value.isEmpty() && REMOVABLE.contains(name)) {
                changed.remove(name);
            } else {
                changed.put(name, checked(name, value));
            }
        });
        if (changed.containsKey(KMS_KEY) && !changes.containsKey(SSE)) {
            changed.put(SSE, "false"); // a queue has one kind of encryption at a time
        }
        if (LIMIT_BY_GROUP.equals(changed.get(THROUGHPUT_LIMIT))
                && !BY_GROUP.equals(changed.get(DEDUPLICATION_SCOPE))) {
            throw SqsErrors.invalidAttributeValue(
                    THROUGHPUT_LIMIT,
                    "%s goes with %s %s only.".formatted(LIMIT_BY_GROUP, DEDUPLICATION_SCOPE, BY_GROUP));
        }
        return new QueueAttributes(changed);
    }

    Duration visibilityTimeout() {
        return Duration.ofSeconds(number(VISIBILITY_TIMEOUT));
    }

    Duration delay() {
        return Duration.ofSeconds(number(DELAY));
    }

    Duration retentionPeriod() {
        return Duration.ofSeconds(number(RETENTION_PERIOD));
    }

    /** How long a receive waits that does not say so itself. */
    Duration waitTime() {
        return Duration.ofSeconds(number(WAIT_TIME));
    }

    int maxMessageBytes() {
        return number(MAXIMUM_MESSAGE_SIZE);
    }

    Optional<RedrivePolicy> redrivePolicy() {
        return redrivePolicy;
    }

    RedriveAllowPolicy redriveAllowPolicy() {
        return Optional.ofNullable(values.get(REDRIVE_ALLOW_POLICY))
                .map(RedriveAllowPolicy::parse)
                .orElse(RedriveAllowPolicy.ALLOW_ALL);
    }

    private int number(String name) {
        return Integer.parseInt(values.getOrDefault(name, "0"));
    }

    private String checked(String name, String value) {
        if (isFifo() && FIFO_CHOICES.containsKey(name)) {
            return checkedChoice(name, value);
        }
        return switch (name) {
            case POLICY -> checkedPolicy(value);
            case REDRIVE_POLICY -> RedrivePolicy.parse(value).json();
            case REDRIVE_ALLOW_POLICY -> RedriveAllowPolicy.parse(value).json();
            case SSE -> checkedBoolean(name, value);
            case KMS_KEY -> value;
            default -> checkedNumber(name, value);
        };
    }

    private static String checkedChoice(String name, String value) {
        List<String> choices = FIFO_CHOICES.getOrDefault(name, List.of());
        if (name.equals(FIFO) && !choices.contains(value)) {
            throw SqsErrors.invalidAttributeValue(FIFO, "Reason: Modifying queue type is not supported.");
        }
        if (!choices.contains(value)) {
            throw SqsErrors.invalidAttributeValue(
                    name, "It must be one of %s, was %s.".formatted(String.join(", ", choices), value));
        }
        return value;
    }

    private static String checkedPolicy(String json) {
        try {
            Policy.parse(json);
            return json;
        } catch (IllegalArgumentException e) {
            throw SqsErrors.invalidAttributeValue(POLICY, String.valueOf(e.getMessage()));
        }
    }

    private static String checkedBoolean(String name, String value) {
        if (!value.equals("true") && !value.equals("false")) {
            throw SqsErrors.invalidAttributeValue(name, "It must be true or false, was %s.".formatted(value));
        }
        return value;
    }

    private static String checkedNumber(String name, String value) {
        Range range = NUMBERS.get(name);
        if (range == null) {
            throw SqsErrors.unknownAttribute(name);
        }
        int number = value.matches("\\d{1,9}") ? Integer.parseInt(value) : -1;
        if (number < range.min() || number > range.max()) {
            throw SqsErrors.invalidAttributeValue(
                    name, "It must be an integer from %d to %d, was %s.".formatted(range.min(), range.max(), value));
        }
        return String.valueOf(number);
    }
}
