package dev.edaworkshop.localcloud.journal;

import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Everything that happened to the events of one account, oldest first.
 *
 * <p>Bounded: it keeps the newest hops up to a number and a size, and says how many it has {@link #dropped}. The
 * journal's own monitor guards it; listeners are called in the order of the hops, on the thread that records.
 */
public final class Journal {
    private static final int MAX_HOPS = 50_000;
    private static final long MAX_PAYLOAD_CHARS = 64L * 1024 * 1024;

    private final InstantSource clock;
    private final Deque<Hop> hops = new ArrayDeque<>();
    private final List<Consumer<Hop>> listeners = new CopyOnWriteArrayList<>();
    private long lastNumber;
    private long dropped;
    private long payloadChars;

    public Journal(InstantSource clock) {
        this.clock = clock;
    }

    /** Starts the description of a hop; {@link Entry#record} writes it. */
    public Entry hop(Hop.Kind kind) {
        return new Entry(kind);
    }

    /** All hops kept, oldest first. */
    public synchronized List<Hop> hops() {
        return List.copyOf(hops);
    }

    /** The hops kept whose number is greater than the given one, oldest first. */
    public synchronized List<Hop> hopsAfter(long number) {
        List<Hop> newer = new ArrayList<>();
        for (var newestFirst = hops.descendingIterator(); newestFirst.hasNext(); ) {
            Hop hop = newestFirst.next();
            if (hop.number() <= number) {
                break;
            }
            newer.add(hop);
        }
        return newer.reversed();
    }

    /** How many of the oldest hops are no longer kept. */
    public synchronized long dropped() {
        return dropped;
    }

    /** Calls the listener with every hop from now on, until the returned handle is closed. */
    public Listening listen(Consumer<Hop> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private synchronized void append(Entry entry) {
        Hop hop = new Hop(
                ++lastNumber,
                clock.instant(),
                entry.kind,
                entry.from,
                entry.to,
                entry.eventId,
                entry.attempt,
                entry.explanation,
                entry.payload,
                entry.attributes);
        hops.addLast(hop);
        payloadChars += hop.payload().length();
        while (hops.size() > MAX_HOPS || (payloadChars > MAX_PAYLOAD_CHARS && hops.size() > 1)) {
            payloadChars -= hops.removeFirst().payload().length();
            dropped++;
        }
        for (Consumer<Hop> listener : listeners) {
            listener.accept(hop);
        }
    }

    /** Ends a {@link #listen}. */
    public interface Listening extends AutoCloseable {
        @Override
        void close();
    }

    /** A hop being described; whatever is not said stays empty. */
    public final class Entry {
        private final Hop.Kind kind;
        private String from = "";
        private String to = "";
        private String eventId = "";
        private Explanation explanation = Explanation.NONE;
        private String payload = "";
        private String attributes = "";
        private int attempt;

        private Entry(Hop.Kind kind) {
            this.kind = kind;
        }

        public Entry from(String arn) {
            from = arn;
            return this;
        }

        public Entry to(String arn) {
            to = arn;
            return this;
        }

        public Entry event(String id) {
            eventId = id;
            return this;
        }

        public Entry attempt(int number) {
            attempt = number;
            return this;
        }

        public Entry because(String words) {
            return because(Explanation.of(words));
        }

        public Entry because(Explanation why) {
            explanation = why;
            return this;
        }

        public Entry carrying(String what) {
            payload = what;
            return this;
        }

        /** Message attributes as JSON. */
        public Entry withAttributes(String json) {
            attributes = json;
            return this;
        }

        public void record() {
            append(this);
        }
    }
}
