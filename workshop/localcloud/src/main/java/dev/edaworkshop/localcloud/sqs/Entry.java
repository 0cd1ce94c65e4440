package dev.edaworkshop.localcloud.sqs;

import java.time.Instant;
import java.util.Comparator;

/** A message's place in a {@link Backlog}. What it is sorted by changes only while it is in no set. */
final class Entry {
    static final Comparator<Entry> BY_VISIBILITY =
            Comparator.comparing(Entry::visibleAt).thenComparingLong(Entry::number);
    static final Comparator<Entry> BY_ARRIVAL = Comparator.comparingLong(Entry::number);

    private final QueuedMessage message;
    private final long number;
    private Instant visibleAt;
    private State state;

    Entry(QueuedMessage message, long number, Instant visibleAt, State state) {
        this.message = message;
        this.number = number;
        this.visibleAt = visibleAt;
        this.state = state;
    }

    enum State {
        DELAYED,
        VISIBLE,
        IN_FLIGHT
    }

    QueuedMessage message() {
        return message;
    }

    /** Counts the arrivals. */
    long number() {
        return number;
    }

    Instant visibleAt() {
        return visibleAt;
    }

    State state() {
        return state;
    }

    void place(Instant at, State in) {
        visibleAt = at;
        state = in;
    }
}
