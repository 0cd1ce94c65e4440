package dev.edaworkshop.localcloud.delivery;

import dev.edaworkshop.localcloud.iam.Principal;
import java.util.Map;

/**
 * Something one service hands to another.
 *
 * @param sender who delivers, and whose permission counts: a service, which the target's resource policy must let in, or
 *     a function at work, whose role must allow it
 * @param sourceArn on whose behalf: the topic, the rule; becomes {@code aws:SourceArn}
 * @param targetArn where it goes
 * @param body what the target receives
 * @param attributes message attributes, for targets that have such
 * @param eventId the id that the event keeps on all its hops
 */
public record Delivery(
        Principal sender,
        String sourceArn,
        String targetArn,
        String body,
        Map<String, Attribute> attributes,
        String eventId) {
    public Delivery {
        attributes = Map.copyOf(attributes);
    }

    /** A delivery by a service, as IAM names it: {@code sns.amazonaws.com}. */
    public Delivery(
            String service,
            String sourceArn,
            String targetArn,
            String body,
            Map<String, Attribute> attributes,
            String eventId) {
        this(new Principal.Service(service), sourceArn, targetArn, body, attributes, eventId);
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
