package dev.edaworkshop.lab5.bites;

import dev.edaworkshop.lab5.pipeline.StreamRecord;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Stream records, as the products table would write them. */
final class Records {

    static final String CORRELATION_ID = "c-17";

    private static final Instant NOW = Instant.parse("2026-11-28T09:15:00Z");

    /** A wooden boat for 24.90. */
    static StreamRecord inserted(String sequenceNumber, String productId) {
        return new StreamRecord(
                sequenceNumber, NOW, Optional.empty(), Optional.of(item(productId, "Wooden boat", "24.90")));
    }

    static StreamRecord repriced(String sequenceNumber, String productId, String oldPrice, String newPrice) {
        return new StreamRecord(
                sequenceNumber,
                NOW,
                Optional.of(item(productId, "Wooden boat", oldPrice)),
                Optional.of(item(productId, "Wooden boat", newPrice)));
    }

    static StreamRecord renamed(String sequenceNumber, String productId) {
        return new StreamRecord(
                sequenceNumber,
                NOW,
                Optional.of(item(productId, "Wooden boat", "24.90")),
                Optional.of(item(productId, "Wooden boat, red", "24.90")));
    }

    static StreamRecord removed(String sequenceNumber, String productId) {
        return new StreamRecord(
                sequenceNumber, NOW, Optional.of(item(productId, "Wooden boat", "24.90")), Optional.empty());
    }

    /** Something that is no product. */
    static StreamRecord unreadable(String sequenceNumber) {
        return new StreamRecord(
                sequenceNumber, NOW, Optional.empty(), Optional.of(Map.of("product_id", "p-unreadable")));
    }

    private static Map<String, Object> item(String productId, String name, String price) {
        return Map.of(
                "product_id",
                productId,
                "sku",
                "TOY-0001",
                "name",
                name,
                "category",
                "toys",
                "price",
                new BigDecimal(price),
                "region",
                "eu",
                "correlation_id",
                CORRELATION_ID);
    }

    private Records() {}
}
