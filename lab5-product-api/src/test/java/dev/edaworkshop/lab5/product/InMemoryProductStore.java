package dev.edaworkshop.lab5.product;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** Keeps products in a map: what the domain needs of a store, and no database. */
public final class InMemoryProductStore implements ProductStore {

    public final Map<String, Product> products = new TreeMap<>();
    public int writes;

    /** As if an adapter had repeated a write whose answer did not arrive. */
    public boolean answersGetLost;

    /** As if others had created a product and deleted it again, or the other way round, each time before we look. */
    public int refusalsWithoutTrace;

    @Override
    public Optional<Product> find(String productId) {
        return Optional.ofNullable(products.get(productId));
    }

    @Override
    public void insert(Product product) {
        refuseWithoutTrace(product.productId());
        if (products.containsKey(product.productId())) {
            throw new WriteRefusedException(product.productId());
        }
        write(product);
        loseAnswer(product.productId());
    }

    @Override
    public void replace(Product product, long expectedVersion) {
        refuseWithoutTrace(product.productId());
        requireVersion(product.productId(), OptionalLong.of(expectedVersion));
        write(product);
        loseAnswer(product.productId());
    }

    @Override
    public void delete(String productId, OptionalLong expectedVersion) {
        refuseWithoutTrace(productId);
        requireVersion(productId, expectedVersion);
        products.remove(productId);
        writes++;
    }

    @Override
    public ProductPage list(ProductQuery query) {
        return new ProductPage(
                products.values().stream()
                        .filter(product -> query.category()
                                .map(product.details().category()::equals)
                                .orElse(true))
                        .toList(),
                Optional.empty());
    }

    private void write(Product product) {
        products.put(product.productId(), product);
        writes++;
    }

    private void loseAnswer(String productId) {
        if (answersGetLost) {
            throw new WriteRefusedException(productId);
        }
    }

    private void refuseWithoutTrace(String productId) {
        if (refusalsWithoutTrace > 0) {
            refusalsWithoutTrace--;
            throw new WriteRefusedException(productId);
        }
    }

    private void requireVersion(String productId, OptionalLong expected) {
        Product product = products.get(productId);
        if (product == null || expected.isPresent() && product.version() != expected.getAsLong()) {
            throw new WriteRefusedException(productId);
        }
    }
}
