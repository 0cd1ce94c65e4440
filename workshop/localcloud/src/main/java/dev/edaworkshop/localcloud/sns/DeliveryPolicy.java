package dev.edaworkshop.localcloud.sns;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * How a topic or subscription wants HTTP deliveries retried; a subscription's own policy comes before the topic's.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/sns-message-delivery-retries.html#creating-delivery-policy">Creating an HTTP/S delivery policy</a>
 */
final class DeliveryPolicy {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MAX_RETRIES = 100;
    private static final int MAX_SECONDS = 3_600;
    private static final Map<String, Integer> DEFAULTS = Map.of(
            "minDelayTarget",
            20,
            "maxDelayTarget",
            20,
            "numRetries",
            3,
            "numMaxDelayRetries",
            0,
            "numNoDelayRetries",
            0,
            "numMinDelayRetries",
            0);

    private DeliveryPolicy() {}

    /** The text of a subscription's attribute: {@code {"healthyRetryPolicy": {…}}}. */
    static RetrySchedule ofSubscription(String json) {
        return schedule(object(json, Set.of("healthyRetryPolicy")).path("healthyRetryPolicy"));
    }

    /** The text of a topic's attribute: {@code {"http": {"defaultHealthyRetryPolicy": {…}}}}. */
    static RetrySchedule ofTopic(String json) {
        JsonNode http = object(json, Set.of("http")).path("http");
        requireKnown(http, Set.of("defaultHealthyRetryPolicy", "disableSubscriptionOverrides"));
        return schedule(http.path("defaultHealthyRetryPolicy"));
    }

    private static RetrySchedule schedule(JsonNode policy) {
        Set<String> known = new TreeSet<>(DEFAULTS.keySet());
        known.add("backoffFunction");
        requireKnown(policy, known);
        int retries = number(policy, "numRetries", MAX_RETRIES);
        int noDelay = number(policy, "numNoDelayRetries", MAX_RETRIES);
        int minDelay = number(policy, "numMinDelayRetries", MAX_RETRIES);
        int maxDelay = number(policy, "numMaxDelayRetries", MAX_RETRIES);
        int min = number(policy, "minDelayTarget", MAX_SECONDS);
        int max = number(policy, "maxDelayTarget", MAX_SECONDS);
        if (noDelay + minDelay + maxDelay > retries) {
            throw invalid("numRetries must be at least the sum of the retries of its phases");
        }
        if (min < 1 || min > max) {
            throw invalid("minDelayTarget must be from 1 to maxDelayTarget");
        }
        return new RetrySchedule(
                noDelay,
                minDelay,
                retries - noDelay - minDelay - maxDelay,
                maxDelay,
                Duration.ofSeconds(min),
                Duration.ofSeconds(max),
                function(policy.path("backoffFunction").asText("linear")));
    }

    private static RetrySchedule.Backoff function(String name) {
        try {
            return RetrySchedule.Backoff.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw invalid("backoffFunction must be linear, arithmetic, geometric or exponential, was " + name);
        }
    }

    private static int number(JsonNode policy, String name, int max) {
        JsonNode value = policy.path(name);
        int number = value.asInt(value.isMissingNode() ? DEFAULTS.getOrDefault(name, 0) : -1);
        if (number < 0 || number > max) {
            throw invalid("%s must be from 0 to %d, was %s".formatted(name, max, value));
        }
        return number;
    }

    private static JsonNode object(String json, Set<String> known) {
        try {
            JsonNode policy = JSON.readTree(json);
            requireKnown(policy, known);
            return policy;
        } catch (JsonProcessingException e) {
            throw invalid("failed to parse JSON. " + e.getOriginalMessage());
        }
    }

    /** What would be ignored is refused by name, such as a throttle policy. */
    private static void requireKnown(JsonNode object, Set<String> known) {
        object.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                throw SnsErrors.unsupported(
                        "%s in a delivery policy; it knows %s there".formatted(name, String.join(", ", known)));
            }
        });
    }

    private static RuntimeException invalid(String why) {
        return SnsErrors.invalidParameter("DeliveryPolicy: " + why);
    }
}
