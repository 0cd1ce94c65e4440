package dev.edaworkshop.localcloud.sns;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.edaworkshop.localcloud.patterns.FilterPolicy;
import dev.edaworkshop.localcloud.patterns.InvalidPatternException;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a subscription, read once and not for each message. Immutable.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/api/API_SetSubscriptionAttributes.html">SetSubscriptionAttributes</a>
 */
public final class SubscriptionAttributes {
    static final String RAW = "RawMessageDelivery";
    static final String REDRIVE_POLICY = "RedrivePolicy";
    static final String FILTER_POLICY = "FilterPolicy";
    static final String FILTER_SCOPE = "FilterPolicyScope";
    static final String DELIVERY_POLICY = "DeliveryPolicy";
    /** What is supported. */
    static final Set<String> NAMES = Set.of(RAW, REDRIVE_POLICY, FILTER_POLICY, FILTER_SCOPE, DELIVERY_POLICY);

    static final SubscriptionAttributes NONE = new SubscriptionAttributes(Map.of(), "");

    private static final Set<String> ONLY_IN_AWS = Set.of("SubscriptionRoleArn", "ReplayPolicy");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, String> values;
    private final boolean raw;
    private final Optional<String> deadLetterQueueArn;
    private final Optional<FilterPolicy> filterPolicy;
    private final Optional<RetrySchedule> retries;

    private SubscriptionAttributes(Map<String, String> values, String prefix) {
        this.values = Collections.unmodifiableMap(new TreeMap<>(values));
        raw = parseRaw(values.getOrDefault(RAW, "false"), prefix);
        deadLetterQueueArn = Optional.ofNullable(values.get(REDRIVE_POLICY)).map(json -> deadLetterArn(json, prefix));
        FilterPolicy.Scope scope = parseScope(values.get(FILTER_SCOPE), prefix);
        filterPolicy = Optional.ofNullable(values.get(FILTER_POLICY)).map(json -> parseFilter(json, scope, prefix));
        retries = Optional.ofNullable(values.get(DELIVERY_POLICY)).map(DeliveryPolicy::ofSubscription);
    }

    /**
     * These settings with changes; an empty text removes a setting.
     *
     * @param prefix what precedes the attribute's name in the text of an error: {@code "Attributes Reason: "} on Subscribe
     * @throws dev.edaworkshop.localcloud.wire.AwsException for what AWS refuses, and by name for what is not supported here
     */
    SubscriptionAttributes with(Map<String, String> changes, String prefix) {
        Map<String, String> changed = new TreeMap<>(values);
        changes.forEach((name, value) -> {
            if (ONLY_IN_AWS.contains(name)) {
                throw SnsErrors.unsupported("the subscription attribute " + name);
            }
            if (!NAMES.contains(name)) {
                throw SnsErrors.invalidParameter(prefix.isEmpty() ? "AttributeName" : "Attributes");
            }
            if (value.isEmpty() && !name.equals(RAW)) {
                changed.remove(name);
            } else {
                changed.put(name, value);
            }
        });
        return new SubscriptionAttributes(changed, prefix);
    }

    /** As set. */
    Map<String, String> values() {
        return values;
    }

    boolean isRaw() {
        return raw;
    }

    /** Where undeliverable messages go. */
    Optional<String> deadLetterQueueArn() {
        return deadLetterQueueArn;
    }

    /** Which messages the subscription gets; all of them if it has no policy. */
    public Optional<FilterPolicy> filterPolicy() {
        return filterPolicy;
    }

    /** The subscription's own, for HTTP. */
    Optional<RetrySchedule> retries() {
        return retries;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SubscriptionAttributes that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    private static boolean parseRaw(String value, String prefix) {
        if (!value.equalsIgnoreCase("true") && !value.equalsIgnoreCase("false")) {
            throw SnsErrors.invalidParameter(
                    prefix + "RawMessageDelivery: Invalid value [%s]. Must be true or false.".formatted(value));
        }
        return Boolean.parseBoolean(value);
    }

    private static FilterPolicy.Scope parseScope(@Nullable String value, String prefix) {
        return value == null
                ? FilterPolicy.Scope.MESSAGE_ATTRIBUTES
                : FilterPolicy.Scope.named(value)
                        .orElseThrow(() -> SnsErrors.invalidParameter(prefix
                                + "FilterPolicyScope: Invalid value [%s]. Please use either MessageBody or MessageAttributes"
                                        .formatted(value)));
    }

    private static FilterPolicy parseFilter(String json, FilterPolicy.Scope scope, String prefix) {
        try {
            return FilterPolicy.parse(json, scope);
        } catch (InvalidPatternException e) {
            throw SnsErrors.invalidParameter(prefix + e.parameterText());
        }
    }

    private static String deadLetterArn(String redrivePolicy, String prefix) {
        try {
            JsonNode policy = JSON.readTree(redrivePolicy);
            String arn = policy.path("deadLetterTargetArn").asText();
            if (!arn.startsWith("arn:aws:sqs:") || arn.split(":", -1).length < 6) {
                throw SnsErrors.invalidParameter(prefix + "RedrivePolicy: deadLetterTargetArn is an invalid arn");
            }
            return arn;
        } catch (JsonProcessingException e) {
            throw SnsErrors.invalidParameter(prefix + "RedrivePolicy: failed to parse JSON. " + e.getOriginalMessage());
        }
    }
}
