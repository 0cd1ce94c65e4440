package dev.edaworkshop.lab5.product;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * The domain's port to wherever products are kept. It speaks of products only; what stands behind it is an adapter's
 * business, and so are that one's exceptions.
 *
 * <p>Every method throws {@link StoreUnavailableException} if the store cannot be asked at the moment.
 */
public interface ProductStore {

    /** The product as it is now, whoever wrote it a moment ago. */
    Optional<Product> find(String productId);

    /** @throws WriteRefusedException if there is a product with this id */
    void insert(Product product);

    /** @throws WriteRefusedException unless the stored product has the expected version */
    void replace(Product product, long expectedVersion);

    /** @throws WriteRefusedException unless there is a product, with the expected version if there is one expected */
    void delete(String productId, OptionalLong expectedVersion);

    /** What was written a moment ago may be missing: a list is a picture of some moment. */
    ProductPage list(ProductQuery query);
}
