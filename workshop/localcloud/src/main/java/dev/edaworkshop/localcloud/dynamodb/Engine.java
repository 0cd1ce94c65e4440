package dev.edaworkshop.localcloud.dynamodb;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.edaworkshop.dynamodblocal.TableEngine;
import dev.edaworkshop.localcloud.wire.AwsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** DynamoDB Local as one account uses it: started by the first request, with our ARNs. Its monitor guards the start. */
final class Engine implements TableStream.Source, AutoCloseable {
    static final ObjectMapper JSON = new ObjectMapper();

    private final Path cacheDirectory;
    private final Translation translation;
    private volatile @Nullable TableEngine engine;
    private boolean closed;

    Engine(Path cacheDirectory, Translation translation) {
        this.cacheDirectory = cacheDirectory;
        this.translation = translation;
    }

    boolean isStarted() {
        return engine != null;
    }

    /** @param json a response, or an error as DynamoDB writes it */
    record Answer(int status, ObjectNode json) {
        boolean isError() {
            return status >= 400;
        }

        /** The response of a request of our own. */
        ObjectNode orThrow() {
            if (isError()) {
                throw new AwsException(
                        status,
                        json.path("__type").asText(),
                        json.path("message").asText());
            }
            return json;
        }
    }

    /** @param request is not changed */
    Answer perform(String action, ObjectNode request) {
        ObjectNode translated = request.deepCopy();
        translation.toEngine(translated);
        TableEngine.Answer answer = engine().perform(action, bytes(translated));
        ObjectNode json = object(answer.json());
        if (answer.isError()) {
            translation.fromEngine(json, action, translated.path("TableName").asText());
        } else {
            translation.fromEngine(json);
        }
        return new Answer(answer.status(), json);
    }

    /** Deletes an item as DynamoDB does when its time is over; false if it is gone already. */
    boolean expire(String tableName, JsonNode key) {
        return engine().expire(tableName, bytes(key));
    }

    @Override
    public List<ObjectNode> recordsAfter(String streamArn, String shardId, String sequenceNumber) {
        List<ObjectNode> records = new ArrayList<>();
        JsonNode shards = perform("DescribeStream", object().put("StreamArn", streamArn))
                .orThrow()
                .path("StreamDescription")
                .path("Shards");
        boolean reached = shardId.isEmpty();
        for (JsonNode shard : shards) {
            String id = shard.path("ShardId").asText();
            boolean isLast = id.equals(shardId);
            reached |= isLast;
            if (reached) {
                read(iterator(streamArn, id, isLast ? sequenceNumber : ""), id, records);
            }
        }
        return records;
    }

    @Override
    public void close() {
        TableEngine running;
        synchronized (this) {
            closed = true;
            running = engine;
        }
        if (running != null) {
            running.close();
        }
    }

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    static byte[] bytes(JsonNode json) {
        try {
            return JSON.writeValueAsBytes(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String iterator(String streamArn, String shardId, String sequenceNumber) {
        ObjectNode request = object().put("StreamArn", streamArn).put("ShardId", shardId);
        if (sequenceNumber.isEmpty()) {
            request.put("ShardIteratorType", "TRIM_HORIZON");
        } else {
            request.put("ShardIteratorType", "AFTER_SEQUENCE_NUMBER").put("SequenceNumber", sequenceNumber);
        }
        return perform("GetShardIterator", request)
                .orThrow()
                .path("ShardIterator")
                .asText();
    }

    private void read(String iterator, String shardId, List<ObjectNode> into) {
        String next = iterator;
        while (!next.isEmpty()) {
            ObjectNode answer =
                    perform("GetRecords", object().put("ShardIterator", next)).orThrow();
            ArrayNode records = answer.withArray("Records");
            records.forEach(record -> {
                ObjectNode complete = (ObjectNode) record;
                translation.completeRecord(complete);
                into.add(complete.put("shardId", shardId));
            });
            // An open shard always has a next iterator; nothing new means that its end is reached.
            next = records.isEmpty() ? "" : answer.path("NextShardIterator").asText("");
        }
    }

    private TableEngine engine() {
        TableEngine running = engine;
        return running != null ? running : start();
    }

    private synchronized TableEngine start() {
        TableEngine running = engine;
        if (closed) {
            throw new IllegalStateException("The account is closed");
        }
        if (running == null) {
            running = TableEngine.start(cacheDirectory);
            engine = running;
        }
        return running;
    }

    private static ObjectNode object(byte[] json) {
        try {
            return (ObjectNode) JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
