package dev.edaworkshop.lab4.payments;

import dev.edaworkshop.lab4.given.Variables;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Payments in a DynamoDB table. Every write has a condition: of two that want to move a payment, one is refused. */
final class DynamoDbPaymentTable implements PaymentTable {

    private final DynamoDbClient dynamoDb;
    private final String table;

    DynamoDbPaymentTable(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    static DynamoDbPaymentTable fromEnvironment() {
        DynamoDbClient client = DynamoDbClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
        return new DynamoDbPaymentTable(client, Variables.require("PAYMENTS_TABLE"));
    }

    @Override
    public Optional<Payment> find(String orderId) {
        Map<String, AttributeValue> item = dynamoDb.getItem(request -> request.tableName(table)
                        .key(Map.of("order_id", AttributeValue.fromS(orderId)))
                        // Without this the answer may be a second old, and a second is long when money is moved.
                        .consistentRead(true))
                .item();
        return item.isEmpty() ? Optional.empty() : Optional.of(payment(item));
    }

    @Override
    public Payment open(Payment payment) {
        try {
            dynamoDb.putItem(request ->
                    request.tableName(table).item(item(payment)).conditionExpression("attribute_not_exists(order_id)"));
            return payment;
        } catch (ConditionalCheckFailedException e) {
            throw refused(payment);
        }
    }

    @Override
    public Payment replace(Payment payment, Payment next) {
        try {
            dynamoDb.putItem(request -> request.tableName(table)
                    .item(item(next))
                    .conditionExpression("#state = :before")
                    .expressionAttributeNames(Map.of("#state", "state"))
                    .expressionAttributeValues(Map.of(
                            ":before", AttributeValue.fromS(payment.state().name()))));
            return next;
        } catch (ConditionalCheckFailedException e) {
            throw refused(next);
        }
    }

    private IllegalMoveException refused(Payment wanted) {
        PaymentState state = find(wanted.orderId()).map(Payment::state).orElse(wanted.state());
        return new IllegalMoveException(wanted.orderId(), state, wanted.state());
    }

    private static Map<String, AttributeValue> item(Payment payment) {
        return Map.of(
                "order_id", AttributeValue.fromS(payment.orderId()),
                "request_id", AttributeValue.fromS(payment.requestId()),
                "amount", AttributeValue.fromN(payment.amount().toPlainString()),
                "state", AttributeValue.fromS(payment.state().name()),
                "note", AttributeValue.fromS(payment.note()));
    }

    private static Payment payment(Map<String, AttributeValue> item) {
        return new Payment(
                item.get("order_id").s(),
                item.get("request_id").s(),
                new BigDecimal(item.get("amount").n()),
                PaymentState.valueOf(item.get("state").s()),
                item.get("note").s());
    }
}
