package dev.edaworkshop.lab4.given;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who said an event, when, and in which conversation.
 *
 * @param eventId the same for every copy of the event, however often it is said or delivered
 * @param correlationId the same for everything that follows from one beginning
 * @param createdAt in UTC
 */
public record Metadata(
        String eventId, String eventName, String source, int version, String correlationId, Instant createdAt) {

    public Metadata {
        require("event_id", eventId);
        require("event_name", eventName);
        require("source", source);
        require("correlation_id", correlationId);
        if (createdAt == null) {
            throw new IllegalArgumentException("metadata.created_at is missing");
        }
    }

    private static void require(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("metadata.%s is missing".formatted(field));
        }
    }
}
