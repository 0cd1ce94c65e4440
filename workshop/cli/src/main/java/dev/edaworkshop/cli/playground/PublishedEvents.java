package dev.edaworkshop.cli.playground;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.edaworkshop.cli.console.Json;
import dev.edaworkshop.localcloud.journal.Hop;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The events that a journal knows, each once: as SNS's envelope if it was delivered in one, else as it was published. */
public final class PublishedEvents {
    private PublishedEvents() {}

    /** Those that are JSON objects, oldest first. */
    public static List<JsonNode> in(List<Hop> hops) {
        Map<String, JsonNode> events = new LinkedHashMap<>();
        for (Hop hop : hops) {
            JsonNode payload = parse(hop.payload());
            boolean envelope = payload.path("Type").asText().equals("Notification");
            if (payload.isObject() && (envelope || hop.kind() == Hop.Kind.PUBLISHED)) {
                events.merge(hop.eventId(), payload, (before, now) -> envelope ? now : before);
            }
        }
        return List.copyOf(events.values());
    }

    private static JsonNode parse(String payload) {
        try {
            return payload.isEmpty() ? Json.array() : Json.parse(payload);
        } catch (JsonProcessingException e) {
            return Json.array();
        }
    }
}
