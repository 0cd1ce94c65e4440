package dev.edaworkshop.lab5.product;

import dev.edaworkshop.lab5.product.Written.Outcome;
import java.time.InstantSource;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** The catalogue: what may happen to products, whoever asks and wherever they are kept. */
public final class Catalogue {

    private final ProductStore store;
    private final InstantSource clock;

    public Catalogue(ProductStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /*
     * TODO 5.2  Swap the database.
     *
     * The shop wants to try an SQL database. There is an adapter for it, JdbcProductStore, and a port that the domain is
     * to speak to, ProductStore. But somebody was in a hurry: the two methods below go round the port and ask DynamoDB
     * themselves.
     *
     * Let them ask the store. Then nothing in this package knows AWS any more. Go on to storage/ProductStores, where the
     * adapter is chosen.
     *
     * Check:  ./lab check 5.2
     * Read:   guide/lab5-product-api.md#52-swap-the-database
     */

    private static final class Database {
        static final String TABLE = System.getenv("PRODUCT_TABLE");
        static final software.amazon.awssdk.services.dynamodb.DynamoDbClient CLIENT =
                software.amazon.awssdk.services.dynamodb.DynamoDbClient.builder()
                        .overrideConfiguration(override -> override.retryStrategy(retry -> retry.maxAttempts(1)))
                        .build();
    }

    /** @throws ProductNotFoundException if there is none */
    public Product find(String productId) {
        var key = java.util.Map.of(
                "product_id", software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS(productId));
        var item = Database.CLIENT.getItem(
                request -> request.tableName(Database.TABLE).key(key).consistentRead(true));
        if (!item.hasItem()) {
            throw new ProductNotFoundException(productId);
        }
        return product(item.item());
    }

    public ProductPage list(ProductQuery query) {
        var response = Database.CLIENT.scan(request -> request.tableName(Database.TABLE));
        var products = response.items().stream()
                .map(Catalogue::product)
                .filter(product -> query.category().isEmpty()
                        || product.details().category().equals(query.category().get()))
                .toList();
        return new ProductPage(products, java.util.Optional.empty());
    }

    private static Product product(
            java.util.Map<String, software.amazon.awssdk.services.dynamodb.model.AttributeValue> item) {
        return new Product(
                item.get("product_id").s(),
                new ProductDetails(
                        item.get("sku").s(),
                        item.get("name").s(),
                        item.get("category").s(),
                        new java.math.BigDecimal(item.get("price").n()),
                        new java.math.BigDecimal(item.get("cost").n()),
                        item.get("region").s()),
                Long.parseLong(item.get("version").n()),
                java.time.Instant.parse(item.get("created_at").s()),
                java.time.Instant.parse(item.get("updated_at").s()),
                item.get("correlation_id").s());
    }

    /**
     * Creates a product. Whoever got no answer may ask again: the same product is created once.
     *
     * @throws ProductExistsException if another product has the id
     * @throws WriteRefusedException if others create and delete it at the same time
     */
    public Written create(String productId, ProductDetails details, String correlationId) {
        return onceMore(() -> tryToCreate(productId, details, correlationId));
    }

    private Written tryToCreate(String productId, ProductDetails details, String correlationId) {
        Product product = Product.created(productId, details, clock.instant(), correlationId);
        try {
            // Not "look, then write": between the two, somebody else could write.
            store.insert(product);
            return new Written(product, Outcome.CREATED);
        } catch (WriteRefusedException e) {
            Product existing = store.find(productId).orElseThrow(() -> e);
            if (existing.equals(product)) {
                // Our own: the store had written it, its answer was lost, and the adapter asked once more.
                return new Written(product, Outcome.CREATED);
            }
            if (existing.details().equals(details)) {
                return new Written(existing, Outcome.UNCHANGED);
            }
            throw new ProductExistsException(productId, existing.version());
        }
    }

    /**
     * Changes a product that the writer has seen.
     *
     * @param seen the version that the change was made to
     * @throws VersionConflictException if it has another version by now
     * @throws ProductNotFoundException if there is none
     * @throws WriteRefusedException if others delete and create it at the same time
     */
    public Written replace(String productId, ProductDetails details, long seen, String correlationId) {
        return onceMore(() -> tryToReplace(productId, details, seen, correlationId));
    }

    private Written tryToReplace(String productId, ProductDetails details, long seen, String correlationId) {
        Product existing = existing(productId);
        requireVersion(existing, seen);
        if (existing.details().equals(details)) {
            return new Written(existing, Outcome.UNCHANGED);
        }
        Product changed = existing.changed(details, clock.instant(), correlationId);
        try {
            store.replace(changed, seen);
            return new Written(changed, Outcome.CHANGED);
        } catch (WriteRefusedException e) {
            if (existing(productId).equals(changed)) { // our own, as above
                return new Written(changed, Outcome.CHANGED);
            }
            throw whatHappenedTo(productId, seen, e);
        }
    }

    /**
     * @param seen the version that is to go; empty if any
     * @throws VersionConflictException if it has another version by now
     * @throws ProductNotFoundException if there is none
     * @throws WriteRefusedException if others delete and create it at the same time
     */
    public void delete(String productId, OptionalLong seen) {
        onceMore(() -> {
            tryToDelete(productId, seen);
            return productId;
        });
    }

    private void tryToDelete(String productId, OptionalLong seen) {
        try {
            store.delete(productId, seen);
        } catch (WriteRefusedException e) {
            throw seen.isPresent()
                    ? whatHappenedTo(productId, seen.getAsLong(), e)
                    : new ProductNotFoundException(productId);
        }
    }

    /** Whatever a write was refused for may be gone when we look; only then nobody knows why, and the next try tells. */
    private static <T> T onceMore(Supplier<T> write) {
        try {
            return write.get();
        } catch (WriteRefusedException e) {
            return write.get();
        }
    }

    private RuntimeException whatHappenedTo(String productId, long seen, WriteRefusedException refused) {
        Product existing = existing(productId);
        // Someone may have put back the very version that was expected; then the refusal is all that is known.
        return existing.version() == seen ? refused : new VersionConflictException(productId, seen, existing.version());
    }

    private Product existing(String productId) {
        return store.find(productId).orElseThrow(() -> new ProductNotFoundException(productId));
    }

    private static void requireVersion(Product product, long seen) {
        if (product.version() != seen) {
            throw new VersionConflictException(product.productId(), seen, product.version());
        }
    }
}
