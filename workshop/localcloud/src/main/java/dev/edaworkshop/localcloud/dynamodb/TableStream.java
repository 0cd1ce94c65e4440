package dev.edaworkshop.localcloud.dynamodb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.edaworkshop.localcloud.delivery.MessageSource;
import dev.edaworkshop.localcloud.delivery.RecordStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The records of one stream, taken over from DynamoDB Local after each write, with the time of our clock.
 *
 * <p>Its monitor guards it; listeners are called while it is held.
 */
final class TableStream implements RecordStream {
    private static final Duration RETENTION = Duration.ofHours(24);

    private final String arn;
    private final InstantSource clock;
    /** By position. */
    private final NavigableMap<Long, Record> records = new TreeMap<>();

    private final Map<String, Instant> arrivals = new HashMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    /** How often somebody has written; a reading that begins later knows of all of them. */
    private final AtomicLong writes = new AtomicLong();

    private long caughtUpWith;
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
        return records.tailMap(from).values().stream().limit(max).toList();
    }

    @Override
    public MessageSource.Subscription whenWritten(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /**
     * Takes over what the source has behind the last record, and tells the listeners; what was written before the call is
     * taken over when it returns.
     */
    void catchUp(Source source) {
        long write = writes.incrementAndGet();
        synchronized (this) {
            if (caughtUpWith < write) { // otherwise somebody who came later has read it, while this one waited
                long latest = writes.get();
                read(source);
                caughtUpWith = latest;
            }
        }
    }

    private void read(Source source) {
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
        long position = end++;
        records.put(
                position,
                new Record(
                        position,
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
        while (!records.isEmpty() && records.firstEntry().getValue().arrived().isBefore(oldest)) {
            arrivals.remove(records.pollFirstEntry().getValue().sequenceNumber());
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
