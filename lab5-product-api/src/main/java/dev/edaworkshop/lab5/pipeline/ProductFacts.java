package dev.edaworkshop.lab5.pipeline;

import java.util.Map;
import java.util.Optional;

/** Says what a change of an item means to the shop. */
final class ProductFacts {

    /*
     * TODO 5.5  Stream processor: what a change means.
     *
     * Until yesterday the function that creates products also told everybody about it. That code has moved here as it
     * was: whatever the table shows is announced as a new product, also when only its price has changed. And who tells
     * the others that a product is gone?
     *
     * Make a fact of each kind of change: product_created with product_id, sku, name, category, price and region;
     * product_price_changed with product_id, sku, category, region, old_price and new_price; product_deleted with
     * product_id, sku, category and region. A change that is nobody's news is no fact. Then go to StreamProcessor.
     *
     * Check:  ./lab check 5.5
     * Read:   guide/lab5-product-api.md#55-stream-processor
     */
    static Optional<ProductFact> of(StreamRecord record) {
        return image(record, record.after())
                .map(product -> fact(record, "product_created", product, Map.of(
                        "product_id", product.productId(),
                        "sku", product.sku(),
                        "name", product.name(),
                        "category", product.category(),
                        "price", product.price(),
                        "region", product.region())));
    }

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
