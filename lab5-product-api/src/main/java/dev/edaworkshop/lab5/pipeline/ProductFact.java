package dev.edaworkshop.lab5.pipeline;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What happened to a product, in the shop's words, before anybody has put it into an envelope.
 *
 * @param eventId follows from product and change: the same record read twice is the same event
 * @param eventName {@code product_created}, {@code product_price_changed} or {@code product_deleted}
 * @param occurredAt when the product changed
 * @param correlationId of the request that changed it; empty if that is not known
 * @param testName who changed it, if that was a test
 * @param data what is told about it, by name; {@code product_id} is always there
 */
public record ProductFact(
        String eventId,
        String eventName,
        String productId,
        Instant occurredAt,
        Optional<String> correlationId,
        Optional<String> testName,
        Map<String, Object> data) {

    public ProductFact {
        data = Collections.unmodifiableMap(new TreeMap<>(data));
    }

    /** A random id would make a new event of every repetition, and nobody behind the bus could tell. */
    static String eventId(String productId, String sequenceNumber) {
        return UUID.nameUUIDFromBytes((productId + "/" + sequenceNumber).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
