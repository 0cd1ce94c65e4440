package dev.edaworkshop.lab4.payments;

import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/** One table with one key, and the three conditions that the lab's tables use. */
final class FakeDynamoDb implements DynamoDbClient {

    final Map<String, Map<String, AttributeValue>> items = new HashMap<>();
    private final String key;

    FakeDynamoDb(String key) {
        this.key = key;
    }

    @Override
    public GetItemResponse getItem(GetItemRequest request) {
        return GetItemResponse.builder()
                .item(items.get(request.key().get(key).s()))
                .build();
    }

    @Override
    public PutItemResponse putItem(PutItemRequest request) {
        String id = request.item().get(key).s();
        boolean allowed =
                switch (String.valueOf(request.conditionExpression())) {
                    case "null" -> true;
                    case "attribute_not_exists(order_id)", "attribute_not_exists(entry)" -> !items.containsKey(id);
                    case "#state = :before" ->
                        items.containsKey(id)
                                && items.get(id)
                                        .get("state")
                                        .equals(request.expressionAttributeValues()
                                                .get(":before"));
                    default -> throw new IllegalArgumentException(request.conditionExpression());
                };
        require(allowed);
        items.put(id, request.item());
        return PutItemResponse.builder().build();
    }

    /** Counts {@code times} down. */
    @Override
    public UpdateItemResponse updateItem(UpdateItemRequest request) {
        Map<String, AttributeValue> item =
                new HashMap<>(items.get(request.key().get(key).s()));
        int times = Integer.parseInt(item.get("times").n());
        require(times > 0);
        item.put("times", AttributeValue.fromN(String.valueOf(times - 1)));
        items.put(request.key().get(key).s(), item);
        return UpdateItemResponse.builder().build();
    }

    private static void require(boolean condition) {
        if (!condition) {
            throw ConditionalCheckFailedException.builder()
                    .message("The conditional request failed")
                    .build();
        }
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {}
}
