package dev.edaworkshop.localcloud.dynamodb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.edaworkshop.localcloud.delivery.MessageSource;
import dev.edaworkshop.localcloud.delivery.RecordStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The records of one stream, taken over from DynamoDB Local after each write, with the time of our clock.
 *
 * <p>Its monitor guards it; listeners are called while it is held.
 */
final class TableStream implements RecordStream {
    private static final Duration RETENTION = Duration.ofHours(24);

    private final String arn;
    private final InstantSource clock;
    private final Deque<Record> records = new ArrayDeque<>();
    private final Map<String, Instant> arrivals = new HashMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private long end;
    private Cursor cursor;

    TableStream(String arn, InstantSource clock) {
        this.arn = arn;
        this.clock = clock;
        cursor = new Cursor(arn, "", "", "");
    }

    @Override
    public String arn() {
        return arn;
    }

    @Override
    public synchronized long end() {
        return end;
    }

    @Override
    public synchronized List<Record> read(long from, int max) {
        dropExpired();
        return records.isEmpty()
                ? List.of()
                : records.stream()
                        .skip(Math.max(0, from - records.getFirst().position()))
                        .limit(max)
                        .toList();
    }

    @Override
    public MessageSource.Subscription whenWritten(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Takes over what the source has behind the last record, and tells the listeners. */
    synchronized void catchUp(Source source) {
        Page added = source.recordsAfter(cursor);
        cursor = added.next();
        added.records().forEach(this::append);
        if (!added.records().isEmpty()) {
            dropExpired();
            listeners.forEach(Runnable::run);
        }
    }

    /** When a record arrived, on our clock; empty if it has expired. */
    synchronized Optional<Instant> arrival(String sequenceNumber) {
        return Optional.ofNullable(arrivals.get(sequenceNumber));
    }

    private void append(ObjectNode record) {
        Instant now = clock.instant();
        JsonNode change = record.path("dynamodb");
        String shardId = record.path("shardId").asText();
        String sequenceNumber = change.path("SequenceNumber").asText();
        record.remove("shardId");
        record.put("eventSourceARN", arn);
        stamp(record, now);
        arrivals.put(sequenceNumber, now);
        records.addLast(new Record(
                end++,
                shardId,
                sequenceNumber,
                record.path("eventID").asText(),
                change.path("Keys").toString(),
                now,
                record.toString()));
    }

    /** Writes the time into a record, in seconds as DynamoDB does. */
    static void stamp(ObjectNode record, Instant time) {
        if (record.path("dynamodb") instanceof ObjectNode change) {
            change.put("ApproximateCreationDateTime", new BigDecimal(time.getEpochSecond()).setScale(1));
        }
    }

    private void dropExpired() {
        Instant oldest = clock.instant().minus(RETENTION);
        while (!records.isEmpty() && records.getFirst().arrived().isBefore(oldest)) {
            arrivals.remove(records.removeFirst().sequenceNumber());
        }
    }

    /** Where records come from. */
    interface Source {
        Page recordsAfter(Cursor cursor);
    }

    /** @param records in order, each with a member {@code shardId} */
    record Page(List<ObjectNode> records, Cursor next) {}

    /**
     * How far a stream has been read.
     *
     * @param shardId empty if nothing has been read yet
     * @param sequenceNumber of the last record of the shard; empty if none has been read
     * @param iterator where to go on; empty if that has to be looked up
     */
    record Cursor(String streamArn, String shardId, String sequenceNumber, String iterator) {
        Cursor atBeginningOf(String shard) {
            return new Cursor(streamArn, shard, "", "");
        }

        Cursor after(List<ObjectNode> records, String nextIterator) {
            String last = records.isEmpty()
                    ? sequenceNumber
                    : records.getLast().path("dynamodb").path("SequenceNumber").asText();
            return new Cursor(streamArn, shardId, last, nextIterator);
        }
    }
}
