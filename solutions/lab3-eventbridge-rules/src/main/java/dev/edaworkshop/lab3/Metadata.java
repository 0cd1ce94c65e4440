package dev.edaworkshop.lab3;

// begin exercise 3.6 imports
import java.time.Instant;
import java.util.UUID;

// end exercise 3.6 imports

/** What every event of the shop says about itself. */
// begin exercise 3.6
// Written once and used by everybody, so that a reader finds the same six fields in every event, whoever said it.
// What a reader does not know is ignored (see Json), so a seventh can come without asking.
//
// createdAt is an Instant: that is a moment, the same everywhere, and is written in UTC. A local time would need to say
// where, and a summer's night has one hour twice.
public record Metadata(
        String eventId, String eventName, String source, int version, String correlationId, Instant createdAt) {

    /** Of an event with which something begins: somebody outside asked for it. */
    static Metadata first(String eventName, String source, int version, Instant now) {
        return new Metadata(newId(), eventName, source, version, newId(), now);
    }

    /** Of an event that happens because of this one. It is another event, and the same story. */
    Metadata next(String eventName, String source, int version, Instant now) {
        return new Metadata(newId(), eventName, source, version, correlationId, now);
    }

    private static String newId() {
        return UUID.randomUUID().toString();
    }
}
// end exercise 3.6
