/*
 * TODO 3.6  Envelope.
 *
 * Each part of the shop has its own idea of what an event says about itself: the catalogue calls the time "said_at" and
 * means the clock on the pier, the others call it "ts" and count milliseconds. And when an order goes wrong, nobody can
 * tell which receipt belongs to which product.
 *
 * Let every event carry the same six fields, written like this in JSON: event_id (its own), event_name, source, version,
 * correlation_id (the same for everything that follows from one first event), created_at (UTC, such as
 * "2026-11-28T09:15:00Z"). first() and next() stay: those who publish call them.
 *
 * Check:  ./lab check 3.6
 * Read:   guide/lab3-eventbridge-rules.md#36-envelope
 */
public record Metadata(@JsonAnySetter @JsonAnyGetter Map<String, Object> fields) {

    public Metadata {
        fields = new TreeMap<>(fields == null ? Map.of() : fields);
    }

    /** Of an event with which something begins: somebody outside asked for it. */
    static Metadata first(String eventName, String source, int version, Instant now) {
        String onThePier =
                now.atZone(ZoneId.of("Europe/Copenhagen")).toLocalDateTime().toString();
        return new Metadata(Map.of("id", newId(), "version", version, "said_at", onThePier));
    }

    /** Of an event that happens because of this one. */
    Metadata next(String eventName, String source, int version, Instant now) {
        return new Metadata(Map.of("from", source, "version", version, "ts", now.toEpochMilli()));
    }

    private static String newId() {
        return UUID.randomUUID().toString();
    }
}
