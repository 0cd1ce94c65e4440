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
    private String shardId = "";
    private String lastSequenceNumber = "";

    TableStream(String arn, InstantSource clock) {
        this.arn = arn;
        this.clock = clock;
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
        List<ObjectNode> added = source.recordsAfter(arn, shardId, lastSequenceNumber);
        added.forEach(this::append);
        if (!added.isEmpty()) {
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
        shardId = record.path("shardId").asText();
        lastSequenceNumber = change.path("SequenceNumber").asText();
        record.remove("shardId");
        stamp(record, now);
        record.put("eventSourceARN", arn);
        arrivals.put(lastSequenceNumber, now);
        records.addLast(new Record(
                end++,
                shardId,
                lastSequenceNumber,
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
        /**
         * Records in order, each with a member {@code shardId}.
         *
         * @param shardId empty for the first
         * @param sequenceNumber empty for the oldest record
         */
        List<ObjectNode> recordsAfter(String streamArn, String shardId, String sequenceNumber);
    }
}
