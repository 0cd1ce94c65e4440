package dev.edaworkshop.cli.playground;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.edaworkshop.cli.console.Json;
import dev.edaworkshop.localcloud.journal.Hop;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The events that a journal knows, each once: as SNS's envelope if it was delivered in one or has attributes, else as it
 * was published.
 */
public final class PublishedEvents {
    private PublishedEvents() {}

    /**
     * An event.
     *
     * @param to the topic, queue or bus it was published to
     * @param event what a pattern looks at, see {@link Trial}
     */
    public record Published(String id, Instant time, String to, JsonNode event) {}

    /** Those that are JSON objects, oldest first. */
    public static List<JsonNode> in(List<Hop> hops) {
        return published(hops).stream().map(Published::event).toList();
    }

    /** As {@link #in}, and where each was published to; empty if the journal has forgotten. */
    public static List<Published> published(List<Hop> hops) {
        Map<String, Published> events = new LinkedHashMap<>();
        for (Hop hop : hops) {
            JsonNode payload = asPublished(hop);
            boolean envelope = payload.path("Type").asText().equals("Notification");
            if (payload.isObject() && (envelope || hop.kind() == Hop.Kind.PUBLISHED)) {
                String to = hop.kind() == Hop.Kind.PUBLISHED ? hop.to() : "";
                events.merge(
                        hop.eventId(),
                        new Published(hop.eventId(), hop.time(), to, payload),
                        (before, now) ->
                                envelope ? new Published(before.id(), before.time(), before.to(), payload) : before);
            }
        }
        return List.copyOf(events.values());
    }

    private static JsonNode asPublished(Hop hop) {
        if (hop.kind() != Hop.Kind.PUBLISHED || hop.attributes().isEmpty()) {
            return parse(hop.payload());
        }
        ObjectNode message = Json.object().put("Message", hop.payload());
        message.set("MessageAttributes", parse(hop.attributes()));
        return message;
    }

    private static JsonNode parse(String payload) {
        try {
            return payload.isEmpty() ? Json.array() : Json.parse(payload);
        } catch (JsonProcessingException e) {
            return Json.array();
        }
    }
}
