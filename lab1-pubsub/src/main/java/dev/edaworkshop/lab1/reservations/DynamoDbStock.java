package dev.edaworkshop.lab1.reservations;

import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** The shed's list, in two tables: how many pieces there are of each product, and which events were dealt with. */
public final class DynamoDbStock implements Stock {

    private final DynamoDbClient dynamoDb;
    private final String stockTable;
    private final String handledEventsTable;

    /**
     * @param stockTable its key is product_id, and the number of pieces is in_stock
     * @param handledEventsTable its key is event_id
     */
    public DynamoDbStock(DynamoDbClient dynamoDb, String stockTable, String handledEventsTable) {
        this.dynamoDb = dynamoDb;
        this.stockTable = stockTable;
        this.handledEventsTable = handledEventsTable;
    }

    @Override
    public void reserve(String eventId, String productId, int quantity) {
        /*
         * TODO 1.7  Twice is once: count once.
         *
         * The topic, the queue and Lambda all deliver at least once. The same payment can come twice, and then the
         * pieces are taken twice. Let reserve() note each eventId in the table handledEventsTable, and take nothing when
         * the note is there already. If it cannot reserve, there must be no note: it will be tried again. DynamoDB writes to
         * two tables in one transaction: dynamoDb.transactWriteItems takes several of what write() below makes.
         */
        try {
            dynamoDb.updateItem(update -> update.tableName(stockTable)
                    .key(Map.of("product_id", text(productId)))
                    .updateExpression("SET in_stock = in_stock - :quantity")
                    .conditionExpression("in_stock >= :quantity")
                    .expressionAttributeValues(Map.of(":quantity", number(quantity))));
        } catch (DynamoDbException e) {
            throw conditionFailed(e, 0) ? new NotInStockException(productId, quantity) : e;
        }
    }

    /** One write of a transaction. */
    private static TransactWriteItem write(Consumer<TransactWriteItem.Builder> content) {
        return TransactWriteItem.builder().applyMutation(content).build();
    }

    /**
     * Whether DynamoDB refused a write because its condition was not met.
     *
     * @param item which write of a transaction, from 0; does not matter if the write was alone
     */
    private static boolean conditionFailed(DynamoDbException e, int item) {
        return e instanceof ConditionalCheckFailedException
                || e instanceof TransactionCanceledException cancelled
                        && cancelled.cancellationReasons().get(item).code().equals("ConditionalCheckFailed");
    }

    private static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    private static AttributeValue number(int value) {
        return AttributeValue.fromN(String.valueOf(value));
    }
}
