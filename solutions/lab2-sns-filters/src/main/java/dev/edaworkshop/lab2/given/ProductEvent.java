package dev.edaworkshop.lab2.given;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * One message about one product: who said it, when, and the facts. Nothing in it changes after it was published.
 *
 * {@snippet lang=json :
 * {"event_id": "5f0c…", "event_name": "product_created", "source": "back-office",
 *  "occurred_at": "2026-11-20T09:15:00Z", "product_id": "p-0001",
 *  "category": "toys", "name": "Wooden boat", "price": 24.90, "region": "eu", "sku": "TOY-0001"}
 * }
 *
 * @param eventId the same for every copy of this event, however often it is delivered
 * @param facts everything else the event says, by name
 */
public record ProductEvent(
        String eventId,
        String eventName,
        String source,
        Instant occurredAt,
        String productId,
        @JsonAnySetter @JsonAnyGetter Map<String, Object> facts) {

    public ProductEvent {
        Require.text("Event", "event_id", eventId);
        Require.text("Event " + eventId, "event_name", eventName);
        Require.text("Event " + eventId, "source", source);
        Require.text("Event " + eventId, "product_id", productId);
        facts = facts == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(facts));
    }

    public String toJson() {
        try {
            return Json.MAPPER.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Event %s: its facts cannot be written as JSON".formatted(eventId), e);
        }
    }

    /** @throws InvalidEventException if the text is not an event of the shop; the message says why */
    public static ProductEvent parse(String json) {
        try {
            return Json.MAPPER.readValue(json, ProductEvent.class);
        } catch (JsonProcessingException e) {
            throw new InvalidEventException(json, e);
        }
    }
}
