package dev.edaworkshop.lab5.pipeline;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;

/**
 * A product as an item of the table shows it, as far as events are concerned.
 *
 * @param correlationId of the request that wrote the item; empty if the writer left none
 * @param testName who wrote it, if that was a test
 */
record ProductImage(
        String productId,
        String sku,
        String name,
        String category,
        BigDecimal price,
        String region,
        Optional<String> correlationId,
        Optional<String> testName) {

    // DynamoDB drops the zeros at the end of a number; the shop's prices have cents.
    private static final int CENTS = 2;

    /** @throws InvalidRecordException if the item has not what a product has */
    static ProductImage of(String sequenceNumber, Map<String, Object> item) {
        var attributes = new Attributes(sequenceNumber, item);
        return new ProductImage(
                attributes.text("product_id"),
                attributes.text("sku"),
                attributes.text("name"),
                attributes.text("category"),
                attributes.number("price"),
                attributes.text("region"),
                attributes.optionalText("correlation_id"),
                attributes.optionalText("test_name"));
    }

    private record Attributes(String sequenceNumber, Map<String, Object> item) {

        String text(String name) {
            return optionalText(name).orElseThrow(() -> missing(name, "text"));
        }

        Optional<String> optionalText(String name) {
            return item.get(name) instanceof String text && !text.isBlank() ? Optional.of(text) : Optional.empty();
        }

        BigDecimal number(String name) {
            if (item.get(name) instanceof BigDecimal number) {
                return number.scale() < CENTS ? number.setScale(CENTS, RoundingMode.UNNECESSARY) : number;
            }
            throw missing(name, "number");
        }

        private InvalidRecordException missing(String name, String type) {
            return new InvalidRecordException(
                    sequenceNumber,
                    "item %s has no %s that is a %s"
                            .formatted(item.getOrDefault("product_id", "without id"), name, type));
        }
    }
}
