package dev.edaworkshop.lab5.pipeline;

import dev.edaworkshop.lab5.event.DomainEvent;
import dev.edaworkshop.lab5.event.Metadata;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Events to measure with. */
final class Events {
    private static final Instant NOW = Instant.parse("2026-11-28T09:15:00Z");

    private Events() {}

    /** Some, each of another product. */
    static List<DomainEvent> many(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> new DomainEvent(
                        Map.of(
                                "product_id",
                                "p-" + number,
                                "sku",
                                "TOY-%04d".formatted(number),
                                "name",
                                "Wooden boat no. " + number,
                                "category",
                                "toys",
                                "price",
                                new BigDecimal("24.90"),
                                "region",
                                "eu"),
                        new Metadata("e-" + number, "product_created", "shop.catalogue", 1, "c-" + number, NOW)))
                .toList();
    }
}
