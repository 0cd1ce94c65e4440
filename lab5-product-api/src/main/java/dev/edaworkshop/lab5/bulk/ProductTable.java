package dev.edaworkshop.lab5.bulk;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * Writes rows with BatchWriteItem, which may write some and give the others back.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchWriteItem.html">BatchWriteItem</a>
 */
public final class ProductTable implements ChunkImporter.Target {

    private static final int MAX_ATTEMPTS = 10;

    private final DynamoDbClient dynamoDb;
    private final String table;
    private final String importName;
    private final String importedAt;
    private final IntConsumer pause;

    /**
     * @param importName what the products are correlated by
     * @param importedAt the same for every attempt, so that a row that is written again is the same item
     * @param pause called with the number of the attempt that left rows over
     */
    public ProductTable(
            DynamoDbClient dynamoDb, String table, String importName, String importedAt, IntConsumer pause) {
        this.dynamoDb = dynamoDb;
        this.table = table;
        this.importName = importName;
        this.importedAt = importedAt;
        this.pause = pause;
    }

    @Override
    public void write(List<ProductRow> rows) {
        List<WriteRequest> left = rows.stream().map(this::put).toList();
        for (int attempt = 1; !left.isEmpty(); attempt++) {
            if (attempt > MAX_ATTEMPTS) {
                throw new IllegalStateException(
                        "The table %s leaves %d rows over after %d attempts; the chunk goes back to the queue"
                                .formatted(table, left.size(), MAX_ATTEMPTS));
            }
            List<WriteRequest> wanted = left;
            left = dynamoDb.batchWriteItem(request -> request.requestItems(Map.of(table, wanted)))
                    .unprocessedItems()
                    .getOrDefault(table, List.of());
            if (!left.isEmpty()) {
                pause.accept(attempt);
            }
        }
    }

    private WriteRequest put(ProductRow row) {
        return WriteRequest.builder()
                .putRequest(put -> put.item(Map.ofEntries(
                        Map.entry("product_id", AttributeValue.fromS(row.productId())),
                        Map.entry("sku", AttributeValue.fromS(row.sku())),
                        Map.entry("name", AttributeValue.fromS(row.name())),
                        Map.entry("category", AttributeValue.fromS(row.category())),
                        Map.entry("price", amount(row.price())),
                        Map.entry("cost", amount(row.cost())),
                        Map.entry("region", AttributeValue.fromS(row.region())),
                        Map.entry("version", AttributeValue.fromN("1")),
                        Map.entry("created_at", AttributeValue.fromS(importedAt)),
                        Map.entry("updated_at", AttributeValue.fromS(importedAt)),
                        Map.entry("correlation_id", AttributeValue.fromS(importName)))))
                .build();
    }

    private static AttributeValue amount(BigDecimal euros) {
        return AttributeValue.fromN(euros.toPlainString());
    }
}
