package dev.edaworkshop.dynamodblocal.engine;

import com.amazonaws.services.dynamodbv2.exceptions.DynamoDBLocalServiceException;
import com.amazonaws.services.dynamodbv2.local.exceptions.ExceptionBean;
import com.amazonaws.services.dynamodbv2.local.shared.access.awssdkv1.client.LocalAmazonDynamoDB;
import com.amazonaws.services.dynamodbv2.local.shared.access.awssdkv1.client.LocalAmazonDynamoDBStreams;
import com.amazonaws.services.dynamodbv2.local.shared.access.sqlite.SQLiteDBAccess;
import com.amazonaws.services.dynamodbv2.local.shared.jobs.JobsRegister;
import com.amazonaws.services.dynamodbv2.local.shared.mapper.DynamoDBObjectMapper;
import com.amazonaws.services.dynamodbv2.local.shared.model.AttributeValue;
import com.amazonaws.services.dynamodbv2.model.BatchGetItemRequest;
import com.amazonaws.services.dynamodbv2.model.BatchWriteItemRequest;
import com.amazonaws.services.dynamodbv2.model.CreateTableRequest;
import com.amazonaws.services.dynamodbv2.model.DeleteItemRequest;
import com.amazonaws.services.dynamodbv2.model.DeleteTableRequest;
import com.amazonaws.services.dynamodbv2.model.DescribeLimitsRequest;
import com.amazonaws.services.dynamodbv2.model.DescribeStreamRequest;
import com.amazonaws.services.dynamodbv2.model.DescribeTableRequest;
import com.amazonaws.services.dynamodbv2.model.DescribeTimeToLiveRequest;
import com.amazonaws.services.dynamodbv2.model.GetItemRequest;
import com.amazonaws.services.dynamodbv2.model.GetRecordsRequest;
import com.amazonaws.services.dynamodbv2.model.GetShardIteratorRequest;
import com.amazonaws.services.dynamodbv2.model.ListStreamsRequest;
import com.amazonaws.services.dynamodbv2.model.ListTablesRequest;
import com.amazonaws.services.dynamodbv2.model.ListTagsOfResourceRequest;
import com.amazonaws.services.dynamodbv2.model.PutItemRequest;
import com.amazonaws.services.dynamodbv2.model.QueryRequest;
import com.amazonaws.services.dynamodbv2.model.ScanRequest;
import com.amazonaws.services.dynamodbv2.model.TagResourceRequest;
import com.amazonaws.services.dynamodbv2.model.TransactGetItemsRequest;
import com.amazonaws.services.dynamodbv2.model.TransactWriteItemsRequest;
import com.amazonaws.services.dynamodbv2.model.UntagResourceRequest;
import com.amazonaws.services.dynamodbv2.model.UpdateItemRequest;
import com.amazonaws.services.dynamodbv2.model.UpdateTableRequest;
import com.amazonaws.services.dynamodbv2.model.UpdateTimeToLiveRequest;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.edaworkshop.dynamodblocal.TableEngine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;

/** DynamoDB Local behind our interface: its API from JSON to JSON, without its web server and telemetry. */
public final class LocalTableEngine implements TableEngine {
    private static final ObjectMapper JSON = new DynamoDBObjectMapper();
    private static final String SERIALIZATION_EXCEPTION = "com.amazon.coral.service#SerializationException";
    /** Of the AWS SDK 1, which regrets that there is no JAXB. Kept here, because its level goes with it. */
    private static final Logger SDK_LOG = Logger.getLogger("com.amazonaws");

    static {
        SDK_LOG.setLevel(Level.OFF);
    }

    private final SQLiteDBAccess database = new SQLiteDBAccess();
    private final JobsRegister jobs = new JobsRegister(new BackgroundJobs(), false);
    private final Map<String, Action<?>> actions = new HashMap<>();

    public LocalTableEngine() {
        var tables = new LocalAmazonDynamoDB(database, jobs);
        var streams = new LocalAmazonDynamoDBStreams(database, jobs);
        add("BatchGetItem", BatchGetItemRequest.class, tables::batchGetItem);
        add("BatchWriteItem", BatchWriteItemRequest.class, tables::batchWriteItem);
        add("CreateTable", CreateTableRequest.class, tables::createTable);
        add("DeleteItem", DeleteItemRequest.class, tables::deleteItem);
        add("DeleteTable", DeleteTableRequest.class, tables::deleteTable);
        add("DescribeLimits", DescribeLimitsRequest.class, tables::describeLimits);
        add("DescribeStream", DescribeStreamRequest.class, streams::describeStream);
        add("DescribeTable", DescribeTableRequest.class, tables::describeTable);
        add("DescribeTimeToLive", DescribeTimeToLiveRequest.class, tables::describeTimeToLive);
        add("GetItem", GetItemRequest.class, tables::getItem);
        add("GetRecords", GetRecordsRequest.class, streams::getRecords);
        add("GetShardIterator", GetShardIteratorRequest.class, streams::getShardIterator);
        add("ListStreams", ListStreamsRequest.class, streams::listStreams);
        add("ListTables", ListTablesRequest.class, tables::listTables);
        add("ListTagsOfResource", ListTagsOfResourceRequest.class, tables::listTagsOfResource);
        add("PutItem", PutItemRequest.class, tables::putItem);
        add("Query", QueryRequest.class, tables::query);
        add("Scan", ScanRequest.class, tables::scan);
        add("TagResource", TagResourceRequest.class, tables::tagResource);
        add("TransactGetItems", TransactGetItemsRequest.class, tables::transactGetItems);
        add("TransactWriteItems", TransactWriteItemsRequest.class, tables::transactWriteItems);
        add("UntagResource", UntagResourceRequest.class, tables::untagResource);
        add("UpdateItem", UpdateItemRequest.class, tables::updateItem);
        add("UpdateTable", UpdateTableRequest.class, tables::updateTable);
        add("UpdateTimeToLive", UpdateTimeToLiveRequest.class, tables::updateTimeToLive);
    }

    @Override
    public Answer perform(String action, byte[] request) {
        try {
            Action<?> known = actions.get(action);
            if (known == null) {
                throw new IllegalArgumentException("DynamoDB Local does not know " + action);
            }
            return new Answer(200, known.perform(request));
        } catch (IOException e) {
            return new Answer(400, json(new ExceptionBean(SERIALIZATION_EXCEPTION, e.getMessage(), null, null)));
        } catch (DynamoDBLocalServiceException e) {
            return new Answer(
                    e.getStatusCode(),
                    json(new ExceptionBean(e.getErrorCode(), e.getMessage(), e.getCancellationReasons(), e.getItem())));
        }
    }

    @Override
    public boolean expire(String tableName, byte[] key) {
        Map<String, AttributeValue> internal = new HashMap<>();
        tree(key).properties().forEach(part -> internal.put(part.getKey(), keyValue(part.getValue())));
        return database.deleteRecord(tableName, internal, true);
    }

    @Override
    public void close() {
        jobs.shutdownNow();
        database.close();
    }

    private <Q> void add(String action, Class<Q> request, Function<Q, ?> method) {
        actions.put(action, new Action<>(request, method));
    }

    private static byte[] json(Object response) {
        try {
            return JSON.writeValueAsBytes(response);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode tree(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keys are texts, numbers or bytes. */
    private static AttributeValue keyValue(JsonNode value) {
        if (value.has("S")) {
            return new AttributeValue().withS(value.path("S").asText());
        }
        if (value.has("N")) {
            return new AttributeValue().withN(value.path("N").asText());
        }
        return new AttributeValue()
                .withB(ByteBuffer.wrap(
                        Base64.getDecoder().decode(value.path("B").asText())));
    }

    private record Action<Q>(Class<Q> request, Function<Q, ?> method) {
        /** @throws IOException if the request's members have the wrong types */
        byte[] perform(byte[] json) throws IOException {
            Q parsed = JSON.readValue(json, request);
            return LocalTableEngine.json(method.apply(parsed));
        }
    }
}
