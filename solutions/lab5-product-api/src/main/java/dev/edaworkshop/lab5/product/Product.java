package dev.edaworkshop.lab5.product;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A product on the pier. It never changes: a changed product is another one, with the next version.
 *
 * @param version 1 for a new product, one more after each change
 * @param correlationId of the request that made this version
 */
public record Product(
        String productId,
        ProductDetails details,
        long version,
        Instant createdAt,
        Instant updatedAt,
        String correlationId) {

    public Product {
        if (version < 1) {
            throw new IllegalArgumentException(
                    "Product %s: version must be 1 or more, was %d".formatted(productId, version));
        }
        // As exact as every store can keep it.
        createdAt = createdAt.truncatedTo(ChronoUnit.MILLIS);
        updatedAt = updatedAt.truncatedTo(ChronoUnit.MILLIS);
    }

    static Product created(String productId, ProductDetails details, Instant now, String correlationId) {
        return new Product(productId, details, 1, now, now, correlationId);
    }

    Product changed(ProductDetails newDetails, Instant now, String newCorrelationId) {
        return new Product(productId, newDetails, version + 1, createdAt, now, newCorrelationId);
    }
}
