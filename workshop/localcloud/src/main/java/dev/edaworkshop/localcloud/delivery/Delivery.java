package dev.edaworkshop.localcloud.delivery;

import java.util.Map;

/**
 * Something one service hands to another.
 *
 * @param sender the service that delivers, as IAM names it: {@code sns.amazonaws.com}
 * @param sourceArn on whose behalf: the topic, the rule; becomes {@code aws:SourceArn}
 * @param targetArn where it goes
 * @param body what the target receives
 * @param attributes message attributes, for targets that have such
 * @param eventId the id that the event keeps on all its hops
 */
public record Delivery(
        String sender,
        String sourceArn,
        String targetArn,
        String body,
        Map<String, Attribute> attributes,
        String eventId) {
    public Delivery {
        attributes = Map.copyOf(attributes);
    }

    /**
     * A message attribute.
     *
     * @param type {@code String}, {@code Number} or {@code Binary}, perhaps with a suffix: {@code Number.int}
     * @param value text, or base64 if the type is binary
     */
    public record Attribute(String type, String value) {
        public boolean isBinary() {
            return type.startsWith("Binary");
        }
    }
}
