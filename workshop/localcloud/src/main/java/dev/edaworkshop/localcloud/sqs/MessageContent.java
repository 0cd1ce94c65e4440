package dev.edaworkshop.localcloud.sqs;

import dev.edaworkshop.localcloud.delivery.Delivery;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What a sender hands to a queue; checked by {@link MessageRules}.
 *
 * @param attributes the message attributes by name
 * @param systemAttributes what the sender says by SQS's names: {@code AWSTraceHeader}, {@code MessageGroupId},
 *     {@code MessageDeduplicationId}
 * @param delay how long nobody can receive it; empty for the queue's own delay
 */
record MessageContent(
        String body,
        Map<String, Delivery.Attribute> attributes,
        Map<String, String> systemAttributes,
        Optional<Duration> delay) {
    static final String TRACE_HEADER = "AWSTraceHeader";
    static final String GROUP_ID = "MessageGroupId";
    static final String DEDUPLICATION_ID = "MessageDeduplicationId";

    MessageContent {
        attributes = Map.copyOf(attributes);
        systemAttributes = Map.copyOf(systemAttributes);
    }

    /** The trace header as an attribute, which has a digest of its own; empty if there is none. */
    Map<String, Delivery.Attribute> traceHeader() {
        String header = systemAttributes.get(TRACE_HEADER);
        return header == null ? Map.of() : Map.of(TRACE_HEADER, new Delivery.Attribute("String", header));
    }

    /** Empty if the message is in no group. */
    String groupId() {
        return systemAttributes.getOrDefault(GROUP_ID, "");
    }

    /** Empty unless it is for a FIFO queue. */
    String deduplicationId() {
        return systemAttributes.getOrDefault(DEDUPLICATION_ID, "");
    }

    MessageContent withoutDelay() {
        return new MessageContent(body, attributes, systemAttributes, Optional.empty());
    }

    /** The same message, which is no repetition of one that had another such id. */
    MessageContent deduplicatedBy(String id) {
        Map<String, String> changed = new HashMap<>(systemAttributes);
        changed.put(DEDUPLICATION_ID, id);
        return new MessageContent(body, attributes, changed, delay);
    }

    /** As {@link #deduplicatedBy}, with an id that nobody has used; the same message if it has none. */
    MessageContent deduplicatedAnew() {
        return deduplicationId().isEmpty()
                ? this
                : deduplicatedBy(UUID.randomUUID().toString());
    }

    /** Bytes that count against the maximum message size: the body, and the attributes' names, types and values. */
    int bytes() {
        int bytes = utf8Length(body);
        for (Map.Entry<String, Delivery.Attribute> entry : attributes.entrySet()) {
            Delivery.Attribute attribute = entry.getValue();
            bytes += utf8Length(entry.getKey()) + utf8Length(attribute.type());
            bytes += attribute.isBinary()
                    ? Base64.getDecoder().decode(attribute.value()).length
                    : utf8Length(attribute.value());
        }
        return bytes;
    }

    private static int utf8Length(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
