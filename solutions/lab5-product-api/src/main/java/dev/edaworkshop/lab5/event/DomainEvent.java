package dev.edaworkshop.lab5.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A fact in the shop's standard envelope.
 *
 * {@snippet lang=json :
 * {"data": {"product_id": "p-0001", "sku": "TOY-0001", "old_price": 24.90, "new_price": 19.90},
 *  "metadata": {"event_id": "5f0c…", "event_name": "product_price_changed", "source": "shop.catalogue",
 *               "version": 1, "correlation_id": "c-17", "created_at": "2026-11-28T09:15:00Z"}}
 * }
 *
 * @param data the fact: ids and values, by name
 */
public record DomainEvent(Map<String, Object> data, Metadata metadata) {

    public DomainEvent {
        if (metadata == null) {
            throw new IllegalArgumentException("Event: metadata is missing");
        }
        if (data == null || data.isEmpty()) {
            throw new IllegalArgumentException("Event %s: data is missing".formatted(metadata.eventId()));
        }
        // Sorted, so that the same fact is the same text.
        data = Collections.unmodifiableMap(new TreeMap<>(data));
    }

    /** The product it is about; empty if it is about something else. */
    public String productId() {
        return String.valueOf(data.getOrDefault("product_id", ""));
    }

    public String toJson() {
        try {
            return Json.MAPPER.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "Event %s: its data cannot be written as JSON".formatted(metadata.eventId()), e);
        }
    }

    /** @throws InvalidEventException if the text is not an event of the shop; the message says why */
    public static DomainEvent parse(String json) {
        try {
            return Json.MAPPER.readValue(json, DomainEvent.class);
        } catch (JsonProcessingException e) {
            throw new InvalidEventException(json, e);
        }
    }

    /**
     * Reads an event as a bus delivers it, with EventBridge's own envelope around ours.
     *
     * @throws InvalidEventException if there is no event of the shop in it
     */
    public static DomainEvent parseDelivered(String json) {
        try {
            return parse(Json.MAPPER.readTree(json).path("detail").toString());
        } catch (JsonProcessingException e) {
            throw new InvalidEventException(json, e);
        }
    }
}
