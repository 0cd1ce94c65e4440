package dev.edaworkshop.localcloud.sns;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Ties one endpoint to one topic.
 *
 * @param protocol {@code sqs} or {@code lambda}
 * @param endpoint the ARN of the queue or function
 * @param attributes as set: {@code RawMessageDelivery}, {@code RedrivePolicy}
 */
public record Subscription(
        String arn, String topicArn, String protocol, String endpoint, Map<String, String> attributes) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public Subscription {
        attributes = Map.copyOf(attributes);
    }

    boolean rawMessageDelivery() {
        return attributes.getOrDefault("RawMessageDelivery", "false").equals("true");
    }

    /** Where undeliverable messages go. */
    Optional<String> deadLetterQueueArn() {
        return Optional.ofNullable(attributes.get("RedrivePolicy")).map(Subscription::deadLetterTargetArn);
    }

    /** With the attribute changed, which is checked; an empty redrive policy removes it. */
    Subscription with(String name, String value) {
        checkAttribute(name, value, "");
        Map<String, String> changed = new LinkedHashMap<>(attributes);
        if (value.isEmpty()) {
            changed.remove(name);
        } else {
            changed.put(name, value);
        }
        return new Subscription(arn, topicArn, protocol, endpoint, changed);
    }

    /**
     * Refuses what AWS refuses, and by name what is not supported here.
     *
     * @param prefix what precedes the attribute's name in the text: {@code "Attributes Reason: "} on Subscribe
     */
    static void checkAttribute(String name, String value, String prefix) {
        switch (name) {
            case "RawMessageDelivery" -> {
                if (!value.equalsIgnoreCase("true") && !value.equalsIgnoreCase("false")) {
                    throw SnsErrors.invalidParameter(
                            prefix + "RawMessageDelivery: Invalid value [%s]. Must be true or false.".formatted(value));
                }
            }
            case "RedrivePolicy" -> {
                if (!value.isEmpty() && deadLetterTargetArn(value).split(":", -1).length < 6) {
                    throw SnsErrors.invalidParameter(prefix + "RedrivePolicy: deadLetterTargetArn is an invalid arn");
                }
            }
            case "FilterPolicy", "FilterPolicyScope", "DeliveryPolicy", "SubscriptionRoleArn", "ReplayPolicy" ->
                throw SnsErrors.unsupported("the subscription attribute " + name);
            default -> throw SnsErrors.invalidParameter(prefix.isEmpty() ? "AttributeName" : "Attributes");
        }
    }

    private static String deadLetterTargetArn(String redrivePolicy) {
        try {
            JsonNode policy = JSON.readTree(redrivePolicy);
            return policy.path("deadLetterTargetArn").asText();
        } catch (JsonProcessingException e) {
            throw SnsErrors.invalidParameter("RedrivePolicy: failed to parse JSON. " + e.getOriginalMessage());
        }
    }
}
