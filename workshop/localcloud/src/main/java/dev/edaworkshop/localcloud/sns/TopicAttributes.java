package dev.edaworkshop.localcloud.sns;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The settings of a topic, read once and not for each message. Immutable.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/api/API_SetTopicAttributes.html">SetTopicAttributes</a>
 */
final class TopicAttributes {
    static final String FIFO = "FifoTopic";
    static final String CONTENT_BASED_DEDUPLICATION = "ContentBasedDeduplication";
    static final String POLICY = "Policy";

    private static final String THROUGHPUT_SCOPE = "FifoThroughputScope";
    private static final String SIGNATURE_VERSION = "SignatureVersion";
    private static final String DELIVERY_POLICY = "DeliveryPolicy";
    private static final Set<String> FLAGS = Set.of("true", "false");
    /** The possible values of settings that have such. */
    private static final Map<String, Set<String>> CHOICES = Map.of(
            FIFO,
            FLAGS,
            CONTENT_BASED_DEDUPLICATION,
            FLAGS,
            THROUGHPUT_SCOPE,
            Set.of("Topic", "MessageGroup"),
            SIGNATURE_VERSION,
            Set.of("1", "2"),
            "TracingConfig",
            Set.of("PassThrough", "Active"));

    private static final Set<String> FIFO_ONLY = Set.of(CONTENT_BASED_DEDUPLICATION, THROUGHPUT_SCOPE);
    /** Settings that change nothing one could observe here: encryption at rest, delivery logs. */
    private static final Pattern WITHOUT_EFFECT = Pattern.compile(
            "DisplayName|KmsMasterKeyId|(SQS|Lambda|HTTP|Firehose|Application)(Success|Failure)Feedback\\w+");

    private final Map<String, String> values;
    private final boolean fifo;
    private final boolean deduplicatesByContent;
    private final boolean deduplicatesByGroup;
    private final Optional<RetrySchedule> retries;

    private TopicAttributes(Map<String, String> values) {
        this.values = Collections.unmodifiableMap(new TreeMap<>(values));
        fifo = is(FIFO, "true");
        deduplicatesByContent = is(CONTENT_BASED_DEDUPLICATION, "true");
        deduplicatesByGroup = is(THROUGHPUT_SCOPE, "MessageGroup");
        retries = Optional.ofNullable(values.get(DELIVERY_POLICY)).map(DeliveryPolicy::ofTopic);
    }

    /** Of a new topic. */
    static TopicAttributes of(Map<String, String> attributes) {
        boolean fifo = "true".equals(attributes.get(FIFO));
        TopicAttributes created = new TopicAttributes(
                fifo
                        ? Map.of(FIFO, "true", CONTENT_BASED_DEDUPLICATION, "false", THROUGHPUT_SCOPE, "Topic")
                        : Map.of());
        for (Map.Entry<String, String> attribute : attributes.entrySet()) {
            if (!attribute.getKey().equals(FIFO)) {
                created = created.with(attribute.getKey(), attribute.getValue());
            }
        }
        return created;
    }

    /** @throws dev.edaworkshop.localcloud.wire.AwsException for what AWS refuses, and by name for what is not supported here */
    TopicAttributes with(String name, String value) {
        if (name.equals(FIFO) || (FIFO_ONLY.contains(name) && !fifo)) {
            throw SnsErrors.invalidParameter("AttributeName");
        }
        Set<String> choices = CHOICES.get(name);
        if (choices != null && !choices.contains(value)) {
            throw SnsErrors.invalidParameter("%s: Invalid value [%s]. Must be one of %s."
                    .formatted(name, value, String.join(", ", new TreeSet<>(choices))));
        }
        if (choices == null
                && !name.equals(POLICY)
                && !name.equals(DELIVERY_POLICY)
                && !WITHOUT_EFFECT.matcher(name).matches()) {
            throw SnsErrors.unsupported("the topic attribute " + name);
        }
        Map<String, String> changed = new TreeMap<>(values);
        if (value.isEmpty() && name.equals(DELIVERY_POLICY)) {
            changed.remove(name);
        } else {
            changed.put(name, value);
        }
        return new TopicAttributes(changed);
    }

    TopicAttributes withoutPolicy() {
        Map<String, String> changed = new TreeMap<>(values);
        changed.remove(POLICY);
        return new TopicAttributes(changed);
    }

    /** As set; what was never set is absent, but for what every FIFO topic has. */
    Map<String, String> values() {
        return values;
    }

    boolean isFifo() {
        return fifo;
    }

    boolean deduplicatesByContent() {
        return deduplicatesByContent;
    }

    /** Whether the same deduplication id in another message group is no repetition. */
    boolean deduplicatesByGroup() {
        return deduplicatesByGroup;
    }

    String signatureVersion() {
        return values.getOrDefault(SIGNATURE_VERSION, "1");
    }

    /** For HTTP subscriptions that say nothing else. */
    Optional<RetrySchedule> retries() {
        return retries;
    }

    private boolean is(String name, String value) {
        return value.equals(values.get(name));
    }
}
