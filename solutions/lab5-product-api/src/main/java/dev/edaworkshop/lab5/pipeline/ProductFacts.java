package dev.edaworkshop.lab5.pipeline;

import java.util.Map;
import java.util.Optional;

/** Says what a change of an item means to the shop. */
final class ProductFacts {

    // begin exercise 5.5 facts
    // The table says that an item was inserted, modified or removed. What that means, and whether it is worth telling,
    // only the catalogue knows: a corrected name is nobody's news, a new price is.

    /**
     * The fact that a record stands for.
     *
     * @return empty if nothing happened that anybody should hear of
     * @throws InvalidRecordException if the record is not about a product
     */
    static Optional<ProductFact> of(StreamRecord record) {
        Optional<ProductImage> after = image(record, record.after());
        Optional<ProductImage> before = before(record);
        if (before.isEmpty()) {
            return after.map(product -> created(record, product));
        }
        if (after.isEmpty()) {
            return before.map(product -> deleted(record, product));
        }
        return before.get().price().compareTo(after.get().price()) == 0
                ? Optional.empty()
                : Optional.of(priceChanged(record, before.get(), after.get()));
    }

    /** Empty also if it was no product before somebody repaired it: nobody could hear of it until now. */
    private static Optional<ProductImage> before(StreamRecord record) {
        try {
            return image(record, record.before());
        } catch (InvalidRecordException e) {
            if (record.after().isPresent()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static ProductFact created(StreamRecord record, ProductImage product) {
        return fact(
                record,
                "product_created",
                product,
                Map.of(
                        "product_id", product.productId(),
                        "sku", product.sku(),
                        "name", product.name(),
                        "category", product.category(),
                        "price", product.price(),
                        "region", product.region()));
    }

    private static ProductFact priceChanged(StreamRecord record, ProductImage before, ProductImage after) {
        return fact(
                record,
                "product_price_changed",
                after,
                Map.of(
                        "product_id", after.productId(),
                        "sku", after.sku(),
                        "category", after.category(),
                        "region", after.region(),
                        "old_price", before.price(),
                        "new_price", after.price()));
    }

    private static ProductFact deleted(StreamRecord record, ProductImage product) {
        return fact(
                record,
                "product_deleted",
                product,
                Map.of(
                        "product_id", product.productId(),
                        "sku", product.sku(),
                        "category", product.category(),
                        "region", product.region()));
    }
    // end exercise 5.5 facts

    private static Optional<ProductImage> image(StreamRecord record, Optional<Map<String, Object>> item) {
        return item.map(attributes -> ProductImage.of(record.sequenceNumber(), attributes));
    }

    private static ProductFact fact(StreamRecord record, String name, ProductImage product, Map<String, Object> data) {
        return new ProductFact(
                ProductFact.eventId(product.productId(), record.sequenceNumber()),
                name,
                product.productId(),
                record.changedAt(),
                product.correlationId(),
                product.testName(),
                data);
    }

    private ProductFacts() {}
}
