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
        // begin exercise 1.7
        // What is done, and the note that it is done, in one transaction: either both are written or neither is. With
        // two requests there is a moment between them, and whoever crashes there leaves one without the other.
        try {
            dynamoDb.transactWriteItems(request -> request.transactItems(
                    write(note -> note.put(put -> put.tableName(handledEventsTable)
                            .item(Map.of("event_id", text(eventId)))
                            .conditionExpression("attribute_not_exists(event_id)"))),
                    write(stock -> stock.update(update -> update.tableName(stockTable)
                            .key(Map.of("product_id", text(productId)))
                            .updateExpression("SET in_stock = in_stock - :quantity")
                            .conditionExpression("in_stock >= :quantity")
                            .expressionAttributeValues(Map.of(":quantity", number(quantity)))))));
        } catch (DynamoDbException e) {
            if (conditionFailed(e, 0)) {
                return; // The note is there already: this payment was dealt with before.
            }
            throw conditionFailed(e, 1) ? new NotInStockException(productId, quantity) : e;
        }
        // end exercise 1.7
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
