package dev.edaworkshop.localcloud.dynamodb;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.edaworkshop.dynamodblocal.TableEngine;
import dev.edaworkshop.localcloud.wire.AwsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** DynamoDB Local as one account uses it: started by the first request, with our ARNs. Its monitor guards the start. */
final class Engine implements TableStream.Source, AutoCloseable {
    static final ObjectMapper JSON = new ObjectMapper();

    /** What GetRecords gives at most. */
    private static final int MAX_PAGE = 1000;

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
    public TableStream.Page recordsAfter(TableStream.Cursor cursor) {
        return goOn(cursor).orElseGet(() -> lookUp(cursor));
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

    /** Empty if the iterator has expired, or its shard is closed. */
    private Optional<TableStream.Page> goOn(TableStream.Cursor cursor) {
        List<ObjectNode> records = new ArrayList<>();
        String next = cursor.iterator();
        boolean more = true;
        while (more) {
            if (next.isEmpty()) {
                return Optional.empty();
            }
            Answer answer = perform("GetRecords", object().put("ShardIterator", next));
            if (answer.isError()) {
                return Optional.empty();
            }
            JsonNode page = answer.json().path("Records");
            page.forEach(record -> records.add(translation.completeRecord(record, cursor.shardId())));
            next = answer.json().path("NextShardIterator").asText();
            more = page.size() >= MAX_PAGE || next.isEmpty();
        }
        return Optional.of(new TableStream.Page(records, cursor.after(records, next)));
    }

    /** Asks for the shards: they are changed every few hours. */
    private TableStream.Page lookUp(TableStream.Cursor cursor) {
        JsonNode shards = perform("DescribeStream", object().put("StreamArn", cursor.streamArn()))
                .orThrow()
                .path("StreamDescription")
                .path("Shards");
        List<ObjectNode> records = new ArrayList<>();
        TableStream.Cursor at = cursor;
        boolean reached = cursor.shardId().isEmpty();
        for (JsonNode shard : shards) {
            String id = shard.path("ShardId").asText();
            if (id.equals(cursor.shardId())) {
                reached = true;
            } else if (reached) {
                at = at.atBeginningOf(id);
            }
            if (reached) {
                at = readShard(at, records);
            }
        }
        return new TableStream.Page(records, at);
    }

    private TableStream.Cursor readShard(TableStream.Cursor cursor, List<ObjectNode> into) {
        List<ObjectNode> records = new ArrayList<>();
        String next = iterator(cursor);
        boolean more = true;
        while (more) {
            JsonNode answer =
                    perform("GetRecords", object().put("ShardIterator", next)).orThrow();
            JsonNode page = answer.path("Records");
            page.forEach(record -> records.add(translation.completeRecord(record, cursor.shardId())));
            next = answer.path("NextShardIterator").asText();
            more = !page.isEmpty() && !next.isEmpty();
        }
        into.addAll(records);
        return cursor.after(records, next);
    }

    private String iterator(TableStream.Cursor cursor) {
        ObjectNode request = object().put("StreamArn", cursor.streamArn()).put("ShardId", cursor.shardId());
        if (cursor.sequenceNumber().isEmpty()) {
            request.put("ShardIteratorType", "TRIM_HORIZON");
        } else {
            request.put("ShardIteratorType", "AFTER_SEQUENCE_NUMBER").put("SequenceNumber", cursor.sequenceNumber());
        }
        return perform("GetShardIterator", request)
                .orThrow()
                .path("ShardIterator")
                .asText();
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
