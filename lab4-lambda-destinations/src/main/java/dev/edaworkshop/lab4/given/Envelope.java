package dev.edaworkshop.lab4.given;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * An event of the shop, in the shape that all parts of it agreed on in lab 3.
 *
 * {@snippet lang=json :
 * {"data": {"order_id": "o-17", "customer_id": "c-4", "sku": "TOY-0001", "amount": 24.90, "card": "card-4"},
 *  "metadata": {"event_id": "5f0c…", "event_name": "stock_reserved", "source": "shop.inventory", "version": 1,
 *               "correlation_id": "c0ffee…", "created_at": "2026-11-20T09:15:00Z"}}
 * }
 *
 * @param data the facts, by name
 */
public record Envelope(Map<String, Object> data, Metadata metadata) {

    public Envelope {
        if (data == null || metadata == null) {
            throw new IllegalArgumentException(data == null ? "data is missing" : "metadata is missing");
        }
        data = Collections.unmodifiableMap(new TreeMap<>(data));
    }

    /** @throws InvalidEventException if the text is not an event of the shop; the message says why */
    public static Envelope parse(String json) {
        try {
            return Json.MAPPER.readValue(json, Envelope.class);
        } catch (JsonProcessingException e) {
            // Our own checks are the cause of Jackson's exception, and say it better.
            String reason = e.getCause() instanceof IllegalArgumentException missing
                    ? String.valueOf(missing.getMessage())
                    : e.getOriginalMessage();
            throw new InvalidEventException(json, reason);
        }
    }

    public String toJson() {
        try {
            return Json.MAPPER.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "Event %s: its data cannot be written as JSON".formatted(metadata.eventId()), e);
        }
    }

    /** @throws InvalidEventException if the event does not say it */
    public String text(String field) {
        Object value = data.get(field);
        if (value == null || value.toString().isBlank()) {
            throw new InvalidEventException(toJson(), "data.%s is missing".formatted(field));
        }
        return value.toString();
    }

    /** @throws InvalidEventException if the event does not say it, or says something that is no number */
    public BigDecimal amount(String field) {
        try {
            return new BigDecimal(text(field));
        } catch (NumberFormatException e) {
            throw new InvalidEventException(toJson(), "data.%s is not a number".formatted(field));
        }
    }

    /**
     * What follows from this event: a new event of the same conversation, with the same correlation id.
     *
     * <p>Its id follows from this event's id. If a function is tried again and says the same thing once more, the second
     * copy has the id of the first, and whoever has seen that one knows.
     */
    public Envelope followedBy(String eventName, String source, Map<String, Object> facts, Instant now) {
        String seed = metadata.eventId() + "/" + eventName;
        String id =
                UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8)).toString();
        return new Envelope(facts, new Metadata(id, eventName, source, 1, metadata.correlationId(), now));
    }
}
