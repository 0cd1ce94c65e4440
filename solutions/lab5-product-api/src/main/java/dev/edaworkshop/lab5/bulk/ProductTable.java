package dev.edaworkshop.lab5.bulk;

import java.math.BigDecimal;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * Adds products, and changes none: what the back office has said about a product since, no repeated import undoes.
 *
 * <p>That is a condition, and BatchWriteItem knows none. A throttled request is repeated by the client.
 */
final class ProductTable implements ChunkImporter.Target {

    private final DynamoDbClient dynamoDb;
    private final String table;
    private final String file;
    private final String importedAt;

    /**
     * @param file what the products are correlated by, with the line
     * @param importedAt the same for every attempt: a row that is written again is the same item, and then the table's
     *     stream has no record of it
     */
    ProductTable(DynamoDbClient dynamoDb, String table, String file, String importedAt) {
        this.dynamoDb = dynamoDb;
        this.table = table;
        this.file = file;
        this.importedAt = importedAt;
    }

    @Override
    public boolean add(long lineNumber, ProductRow row) {
        AttributeValue thisLine = AttributeValue.fromS("import %s line %d".formatted(file, lineNumber));
        try {
            dynamoDb.putItem(request -> request.tableName(table)
                    .item(item(row, thisLine))
                    .conditionExpression("attribute_not_exists(product_id) OR correlation_id = :this_line")
                    .expressionAttributeValues(Map.of(":this_line", thisLine)));
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        }
    }

    private Map<String, AttributeValue> item(ProductRow row, AttributeValue correlationId) {
        return Map.ofEntries(
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
                Map.entry("correlation_id", correlationId));
    }

    private static AttributeValue amount(BigDecimal euros) {
        return AttributeValue.fromN(euros.toPlainString());
    }
}
