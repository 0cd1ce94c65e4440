package dev.edaworkshop.localcloud.delivery;

import java.time.Instant;
import java.util.List;

/** The changes of a table, in their order, as an event source mapping sees them. */
public interface RecordStream {
    String arn();

    /** The position of what will be written next. */
    long end();

    /**
     * Records from a position on; what has expired is left out.
     *
     * @param from 0 for the oldest
     * @return empty if there is nothing yet; does not wait
     */
    List<Record> read(long from, int max);

    /**
     * Calls the listener whenever there is something new. The call happens before whoever wrote goes on, so that the
     * cloud never looks idle in between; the listener must be quick and must not throw.
     */
    MessageSource.Subscription whenWritten(Runnable listener);

    /**
     * A change of an item.
     *
     * @param position grows by one with each record
     * @param itemKey the same for all records of an item
     * @param arrived on the account's clock
     * @param json as a function gets it
     */
    record Record(
            long position,
            String shardId,
            String sequenceNumber,
            String eventId,
            String itemKey,
            Instant arrived,
            String json) {}
}
