package dev.edaworkshop.lab5.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

/** Keeps the requests; hands out the first items that were put, and where it stopped as soon as there are enough. */
final class RecordingDynamoDb implements DynamoDbClient {

    boolean stopsAfterAMegabyte;

    private final List<PutItemRequest> puts = new ArrayList<>();
    private final List<DeleteItemRequest> deletes = new ArrayList<>();

    PutItemRequest put() {
        return puts.getLast();
    }

    DeleteItemRequest delete() {
        return deletes.getLast();
    }

    @Override
    public PutItemResponse putItem(PutItemRequest request) {
        puts.add(request);
        return PutItemResponse.builder().build();
    }

    @Override
    public DeleteItemResponse deleteItem(DeleteItemRequest request) {
        deletes.add(request);
        return DeleteItemResponse.builder().build();
    }

    @Override
    public QueryResponse query(QueryRequest request) {
        return QueryResponse.builder()
                .items(items(request.limit()))
                .lastEvaluatedKey(lastKey(request.limit()))
                .build();
    }

    @Override
    public ScanResponse scan(ScanRequest request) {
        return ScanResponse.builder()
                .items(items(request.limit()))
                .lastEvaluatedKey(lastKey(request.limit()))
                .build();
    }

    private List<Map<String, AttributeValue>> items(int limit) {
        return puts.stream().limit(limit).map(PutItemRequest::item).toList();
    }

    /** As DynamoDB does it: with as many items as were asked for it does not look whether there is another one. */
    private Map<String, AttributeValue> lastKey(int limit) {
        List<Map<String, AttributeValue>> items = items(limit);
        return items.size() == limit || stopsAfterAMegabyte
                ? Map.of("product_id", items.getLast().get("product_id"))
                : Map.of();
    }

    @Override
    public String serviceName() {
        return "dynamodb";
    }

    @Override
    public void close() {}
}
