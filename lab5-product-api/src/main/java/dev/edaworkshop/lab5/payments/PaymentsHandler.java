package dev.edaworkshop.lab5.payments;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Notes a payment: what lab 4 made of it is not needed here, only that it has a table of its own. */
public final class PaymentsHandler implements RequestHandler<Map<String, Object>, Map<String, Object>> {

    private final DynamoDbClient dynamoDb;
    private final String table;

    /** Called by Lambda, once for each execution environment. */
    public PaymentsHandler() {
        this(
                DynamoDbClient.builder()
                        .httpClientBuilder(UrlConnectionHttpClient.builder())
                        .build(),
                System.getenv("PAYMENTS_TABLE"));
    }

    PaymentsHandler(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    @Override
    public Map<String, Object> handleRequest(Map<String, Object> payment, Context context) {
        Object id = payment.get("payment_id");
        Object amount = payment.get("amount");
        if (!(id instanceof String) || !(amount instanceof Number)) {
            throw new IllegalArgumentException("A payment has a payment_id and an amount, this one has " + payment);
        }
        dynamoDb.putItem(request -> request.tableName(table)
                .item(Map.of(
                        "payment_id", AttributeValue.fromS(id.toString()),
                        "amount", AttributeValue.fromN(amount.toString()),
                        "state", AttributeValue.fromS("PAID"))));
        return Map.of("payment_id", id, "state", "PAID");
    }
}
