package dev.edaworkshop.localcloud.sns;

import dev.edaworkshop.localcloud.delivery.Delivery;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A message as published; checked by {@link PublishRules}.
 *
 * @param bodies the text by protocol, {@code default} for the others; just {@code default} unless the message structure
 *     is JSON
 * @param attributes by name, sorted
 * @param groupId its message group; required by FIFO topics
 * @param deduplicationId by which a repetition is recognised; of FIFO topics only
 */
record Message(
        Map<String, String> bodies,
        Optional<String> subject,
        Map<String, Delivery.Attribute> attributes,
        Optional<String> groupId,
        Optional<String> deduplicationId) {
    static final String DEFAULT = "default";

    Message {
        bodies = Map.copyOf(bodies);
        attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
    }

    String bodyFor(Protocol protocol) {
        return bodies.getOrDefault(protocol.wireName(), defaultBody());
    }

    String defaultBody() {
        return bodies.getOrDefault(DEFAULT, "");
    }
}
