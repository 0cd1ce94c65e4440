package dev.edaworkshop.lab4.given;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * The books of the payment providers: what they have charged, whoever still remembers it. In the real world they are the
 * provider's own and you see them at the end of the month; here they are a table, so that a check can count.
 *
 * <p>An entry named {@value #SWITCH} says what goes wrong today: its {@code mode} is {@code down} or
 * {@code answer-lost}, its {@code times} how often that still happens. {@code ./lab run 4 provider} sets it.
 */
public final class ProviderBooks {

    public static final String SWITCH = "switch";

    private final DynamoDbClient dynamoDb;
    private final String table;

    public ProviderBooks(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    /** The table that the variable {@code PROVIDER_TABLE} names. */
    public static ProviderBooks fromEnvironment() {
        DynamoDbClient client = DynamoDbClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
        return new ProviderBooks(client, Variables.require("PROVIDER_TABLE"));
    }

    /** Whether the provider is not to be reached this time. */
    public boolean isDown() {
        return happens("down");
    }

    /** Whether the provider does what it is asked, and its answer gets lost on the way this time. */
    public boolean losesItsAnswer() {
        return happens("answer-lost");
    }

    /** What was charged for this key earlier; empty if nothing was. */
    public Optional<String> bookingOf(String key) {
        return item("charge#" + key).map(entry -> entry.get("booking").s());
    }

    /** Charges, unless this key has been charged: a repeated request is the same charge. Returns the booking's number. */
    public String charge(String provider, String key, String orderId, BigDecimal amount) {
        String booking = "%s-%08x".formatted(provider, key.hashCode());
        try {
            dynamoDb.putItem(request -> request.tableName(table)
                    .conditionExpression("attribute_not_exists(entry)")
                    .item(Map.of(
                            "entry", text("charge#" + key),
                            "provider", text(provider),
                            "order_id", text(orderId),
                            "amount", AttributeValue.fromN(amount.toPlainString()),
                            "booking", text(booking))));
        } catch (ConditionalCheckFailedException e) {
            return bookingOf(key).orElse(booking);
        }
        return booking;
    }

    private boolean happens(String mode) {
        Optional<Map<String, AttributeValue>> entry = item(SWITCH);
        if (!entry.map(it -> it.get("mode").s()).equals(Optional.of(mode))) {
            return false;
        }
        try {
            dynamoDb.updateItem(request -> request.tableName(table)
                    .key(Map.of("entry", text(SWITCH)))
                    .updateExpression("SET #times = #times - :one")
                    .conditionExpression("#times > :none")
                    .expressionAttributeNames(Map.of("#times", "times"))
                    .expressionAttributeValues(
                            Map.of(":one", AttributeValue.fromN("1"), ":none", AttributeValue.fromN("0"))));
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false; // it has happened as often as it was to
        }
    }

    private Optional<Map<String, AttributeValue>> item(String entry) {
        @Nullable
        Map<String, AttributeValue> item = dynamoDb.getItem(request -> request.tableName(table)
                        .key(Map.of("entry", text(entry)))
                        .consistentRead(true))
                .item();
        return item == null || item.isEmpty() ? Optional.empty() : Optional.of(item);
    }

    private static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }
}
