package dev.edaworkshop.localcloud.delivery;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.edaworkshop.localcloud.iam.Principal;
import dev.edaworkshop.localcloud.journal.Hop;
import dev.edaworkshop.localcloud.journal.Journal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Something one service hands to another.
 *
 * @param sender who delivers, and whose permission counts: a service, which the target's resource policy must let in, or
 *     a function at work, whose role must allow it
 * @param sourceArn on whose behalf: the topic, the rule; becomes {@code aws:SourceArn}
 * @param targetArn where it goes
 * @param body what the target receives
 * @param attributes message attributes, for targets that have such. A target that is an event bus makes an event of the
 *     delivery: the body is its detail, {@code source} and {@code detail-type} its source and detail type, and {@code
 *     resources}, if present, its resources as a JSON array of ARNs (all three of type {@code String}). A rule delivers
 *     to a bus the whole event instead, without attributes
 * @param systemAttributes what SQS knows by these names: {@code MessageGroupId}, {@code MessageDeduplicationId}
 * @param eventId the id that the event keeps on all its hops
 * @param givenUp why the target is a dead-letter queue; empty for the ordinary target
 */
public record Delivery(
        Principal sender,
        String sourceArn,
        String targetArn,
        String body,
        Map<String, Attribute> attributes,
        Map<String, String> systemAttributes,
        String eventId,
        Optional<String> givenUp) {
    public Delivery {
        attributes = Map.copyOf(attributes);
        systemAttributes = Map.copyOf(systemAttributes);
    }

    /** An ordinary delivery. */
    public Delivery(
            Principal sender,
            String sourceArn,
            String targetArn,
            String body,
            Map<String, Attribute> attributes,
            String eventId) {
        this(sender, sourceArn, targetArn, body, attributes, Map.of(), eventId, Optional.empty());
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

    /** The same, on its way to a dead-letter queue. */
    public Delivery givenUp(String because) {
        return new Delivery(
                sender, sourceArn, targetArn, body, attributes, systemAttributes, eventId, Optional.of(because));
    }

    /** The same in a message group of the queue it goes to. */
    public Delivery inGroup(String groupId) {
        return withSystemAttribute("MessageGroupId", groupId);
    }

    /** The same with the id by which a FIFO queue recognises a repetition. */
    public Delivery deduplicatedBy(String id) {
        return withSystemAttribute("MessageDeduplicationId", id);
    }

    private Delivery withSystemAttribute(String name, String value) {
        Map<String, String> more = new HashMap<>(systemAttributes);
        more.put(name, value);
        return new Delivery(sender, sourceArn, targetArn, body, attributes, more, eventId, givenUp);
    }

    /** Writes down that the target has taken it. */
    public void recordIn(Journal journal) {
        journal.hop(givenUp.isPresent() ? Hop.Kind.DEAD_LETTERED : Hop.Kind.DELIVERED)
                .from(sourceArn)
                .to(targetArn)
                .event(eventId)
                .because(givenUp.orElse(""))
                .carrying(body)
                .record();
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

        /** As in SNS's envelope, {@code {"price": {"Type": "Number", "Value": "99.12"}}}, sorted; empty if there are none. */
        public static String json(Map<String, Attribute> attributes) {
            if (attributes.isEmpty()) {
                return "";
            }
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            new TreeMap<>(attributes)
                    .forEach((name, attribute) ->
                            json.putObject(name).put("Type", attribute.type()).put("Value", attribute.value()));
            return json.toString();
        }
    }
}
