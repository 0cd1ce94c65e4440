package dev.edaworkshop.lab5.pipeline;

import dev.edaworkshop.lab5.event.DomainEvent;
import dev.edaworkshop.lab5.event.Metadata;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Records and events for the tests. */
final class Samples {

    static final Instant CHANGED_AT = Instant.parse("2026-11-28T09:15:00Z");

    static StreamRecord inserted(String sequenceNumber, String productId) {
        return new StreamRecord(sequenceNumber, CHANGED_AT, Optional.empty(), Optional.of(item(productId, "24.90")));
    }

    static StreamRecord repriced(String sequenceNumber, String productId, String oldPrice, String newPrice) {
        return new StreamRecord(
                sequenceNumber,
                CHANGED_AT,
                Optional.of(item(productId, oldPrice)),
                Optional.of(item(productId, newPrice)));
    }

    static StreamRecord removed(String sequenceNumber, String productId) {
        return new StreamRecord(sequenceNumber, CHANGED_AT, Optional.of(item(productId, "24.90")), Optional.empty());
    }

    /** Somebody wrote a product without a price into the table. */
    static StreamRecord unreadable(String sequenceNumber) {
        return new StreamRecord(
                sequenceNumber, CHANGED_AT, Optional.empty(), Optional.of(without(item("p-bad", "1"), "price")));
    }

    static Map<String, Object> item(String productId, String price) {
        return Map.of(
                "product_id", productId,
                "sku", "TOY-0001",
                "name", "Wooden boat",
                "category", "toys",
                "price", new BigDecimal(price),
                "region", "eu");
    }

    static Map<String, Object> without(Map<String, Object> item, String attribute) {
        Map<String, Object> rest = new HashMap<>(item);
        rest.remove(attribute);
        return rest;
    }

    static Map<String, Object> with(Map<String, Object> item, String attribute, Object value) {
        Map<String, Object> more = new HashMap<>(item);
        more.put(attribute, value);
        return more;
    }

    /** One event for each product, {@code p-1}, {@code p-2} and so on. */
    static List<DomainEvent> events(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> event("e-" + i, "p-" + i, "Wooden boat"))
                .toList();
    }

    static DomainEvent event(String eventId, String productId, String name) {
        return new DomainEvent(
                Map.of("product_id", productId, "name", name),
                new Metadata(eventId, "product_created", "shop.catalogue", 1, "c-1", CHANGED_AT));
    }

    private Samples() {}
}
