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
