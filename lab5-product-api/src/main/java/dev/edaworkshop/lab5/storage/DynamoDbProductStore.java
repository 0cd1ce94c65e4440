package dev.edaworkshop.lab5.storage;

import dev.edaworkshop.lab5.product.Product;
import dev.edaworkshop.lab5.product.ProductDetails;
import dev.edaworkshop.lab5.product.ProductPage;
import dev.edaworkshop.lab5.product.ProductQuery;
import dev.edaworkshop.lab5.product.ProductStore;
import dev.edaworkshop.lab5.product.StoreUnavailableException;
import dev.edaworkshop.lab5.product.WriteRefusedException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/** Keeps products in a DynamoDB table: one item for each, found by its id, listed by the index {@code by-category}. */
public final class DynamoDbProductStore implements ProductStore {

    private static final String BY_CATEGORY = "by-category";

    private final DynamoDbClient dynamoDb;
    private final String table;

    public DynamoDbProductStore(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    static DynamoDbProductStore fromEnvironment(Map<String, String> environment) {
        return new DynamoDbProductStore(
                DynamoDbClient.builder()
                        .httpClientBuilder(UrlConnectionHttpClient.builder().socketTimeout(Duration.ofSeconds(8)))
                        .overrideConfiguration(override -> override.retryStrategy(retries()))
                        .build(),
                ProductStores.required(environment, "PRODUCT_TABLE"));
    }

    // Somebody waits for the answer: two more attempts in quick succession, then we say that we are busy.
    private static RetryStrategy retries() {
        BackoffStrategy soon = BackoffStrategy.exponentialDelay(Duration.ofMillis(25), Duration.ofMillis(250));
        return AwsRetryStrategy.standardRetryStrategy().toBuilder()
                .maxAttempts(3)
                .backoffStrategy(soon)
                .throttlingBackoffStrategy(soon)
                .build();
    }

    @Override
    public Optional<Product> find(String productId) {
        Map<String, AttributeValue> item = asking(
                        productId,
                        () -> dynamoDb.getItem(request -> request.tableName(table)
                                .key(Map.of("product_id", text(productId)))
                                .consistentRead(true)))
                .item();
        return item.isEmpty() ? Optional.empty() : Optional.of(product(item));
    }

    @Override
    public void insert(Product product) {
        asking(
                product.productId(),
                () -> dynamoDb.putItem(request -> request.tableName(table)
                        .item(item(product))
                        .conditionExpression("attribute_not_exists(product_id)")));
    }

    @Override
    public void replace(Product product, long expectedVersion) {
        asking(
                product.productId(),
                () -> dynamoDb.putItem(request -> request.tableName(table)
                        .item(item(product))
                        .conditionExpression("version = :expected")
                        .expressionAttributeValues(Map.of(":expected", number(expectedVersion)))));
    }

    @Override
    public void delete(String productId, OptionalLong expectedVersion) {
        asking(
                productId,
                () -> dynamoDb.deleteItem(request -> {
                    request.tableName(table).key(Map.of("product_id", text(productId)));
                    expectedVersion.ifPresentOrElse(
                            version -> request.conditionExpression("version = :expected")
                                    .expressionAttributeValues(Map.of(":expected", number(version))),
                            () -> request.conditionExpression("attribute_exists(product_id)"));
                }));
    }

    @Override
    public ProductPage list(ProductQuery query) {
        return query.category().map(category -> ofCategory(category, query)).orElseGet(() -> ofAll(query));
    }

    private ProductPage ofCategory(String category, ProductQuery query) {
        var response = asking(
                category,
                () -> dynamoDb.query(request -> request.tableName(table)
                        .indexName(BY_CATEGORY)
                        .keyConditionExpression("category = :category")
                        .expressionAttributeValues(Map.of(":category", text(category)))
                        .limit(query.limit() + 1)
                        .exclusiveStartKey(query.after()
                                .map(id -> Map.of("product_id", text(id), "category", text(category)))
                                .orElse(null))));
        return page(query.limit(), response.items(), response.lastEvaluatedKey());
    }

    private ProductPage ofAll(ProductQuery query) {
        var response = asking(
                "all",
                () -> dynamoDb.scan(request -> request.tableName(table)
                        .limit(query.limit() + 1)
                        .exclusiveStartKey(query.after()
                                .map(id -> Map.of("product_id", text(id)))
                                .orElse(null))));
        return page(query.limit(), response.items(), response.lastEvaluatedKey());
    }

    /** One more than asked for tells whether there is another page; DynamoDB alone does not know at its end. */
    private static ProductPage page(
            int limit, List<Map<String, AttributeValue>> items, Map<String, AttributeValue> lastEvaluatedKey) {
        List<Product> products =
                items.stream().limit(limit).map(DynamoDbProductStore::product).toList();
        // It also stops after a megabyte, before it has found as many.
        return new ProductPage(
                products,
                items.size() > limit
                        ? Optional.of(products.getLast().productId())
                        : Optional.ofNullable(lastEvaluatedKey.get("product_id"))
                                .map(AttributeValue::s));
    }

    /**
     * TODO 5.3  Fail on purpose: translate.
     *
     * <p>What DynamoDB throws goes up through the domain, which can do nothing with it. The port promises something
     * else:
     *
     * <pre>
     * {@link ConditionalCheckFailedException}                    is  {@link WriteRefusedException}
     * {@link DynamoDbException}, throttled or status 500 and up  is  {@link StoreUnavailableException}
     * {@link SdkClientException}, no answer at all               is  {@link StoreUnavailableException}
     * any other {@link SdkException}                             is our own mistake: let it go
     * </pre>
     */
    private static <T> T asking(String productId, Supplier<T> request) {
        return request.get();
    }

    private static Map<String, AttributeValue> item(Product product) {
        ProductDetails details = product.details();
        Map<String, AttributeValue> item = new HashMap<>();
        item.put("product_id", text(product.productId()));
        item.put("sku", text(details.sku()));
        item.put("name", text(details.name()));
        item.put("category", text(details.category()));
        item.put("price", number(details.price()));
        item.put("cost", number(details.cost()));
        item.put("region", text(details.region()));
        item.put("version", number(product.version()));
        item.put("created_at", text(product.createdAt().toString()));
        item.put("updated_at", text(product.updatedAt().toString()));
        // Whoever reads the table's stream can tell which request an event goes back to.
        item.put("correlation_id", text(product.correlationId()));
        return item;
    }

    private static Product product(Map<String, AttributeValue> item) {
        return new Product(
                item.get("product_id").s(),
                new ProductDetails(
                        item.get("sku").s(),
                        item.get("name").s(),
                        item.get("category").s(),
                        new BigDecimal(item.get("price").n()),
                        new BigDecimal(item.get("cost").n()),
                        item.get("region").s()),
                Long.parseLong(item.get("version").n()),
                Instant.parse(item.get("created_at").s()),
                Instant.parse(item.get("updated_at").s()),
                item.get("correlation_id").s());
    }

    private static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    private static AttributeValue number(Number value) {
        return AttributeValue.fromN(value.toString());
    }
}
