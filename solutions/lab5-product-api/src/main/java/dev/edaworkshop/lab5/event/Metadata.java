package dev.edaworkshop.lab5.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What every event of the shop says about itself, whatever it is about.
 *
 * @param eventId the same for every copy of the event, however often it is published or delivered
 * @param source who says it, {@code shop.catalogue}
 * @param version of what {@code data} looks like, from 1
 * @param correlationId the same for everything that came of one request
 * @param createdAt when it happened, which is before it was published
 */
public record Metadata(
        String eventId, String eventName, String source, int version, String correlationId, Instant createdAt) {

    public Metadata {
        requireText("Event", "event_id", eventId);
        requireText("Event " + eventId, "event_name", eventName);
        requireText("Event " + eventId, "source", source);
        requireText("Event " + eventId, "correlation_id", correlationId);
        if (version < 1) {
            throw new IllegalArgumentException(
                    "Event %s: version must be 1 or more, was %d".formatted(eventId, version));
        }
        if (createdAt == null) {
            throw new IllegalArgumentException("Event %s: created_at is missing".formatted(eventId));
        }
    }

    private static void requireText(String where, String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("%s: %s is missing".formatted(where, field));
        }
    }
}
