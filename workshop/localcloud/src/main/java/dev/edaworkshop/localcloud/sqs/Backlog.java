package dev.edaworkshop.localcloud.sqs;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The messages of a queue, found in O(log n) by id, by age, and by when they can be received.
 *
 * <p>A message is either visible, or hidden until an instant: delayed, or in flight. The queue's lock guards it.
 */
final class Backlog {
    private final Map<String, Entry> byId = new HashMap<>();
    private final NavigableSet<Entry> byAge = new TreeSet<>(
            Comparator.<Entry, Instant>comparing(entry -> entry.queued.message().sentAt())
                    .thenComparingLong(entry -> entry.number));
    private final NavigableSet<Entry> visible = new TreeSet<>(Entry.BY_VISIBILITY);
    private final NavigableSet<Entry> hidden = new TreeSet<>(Entry.BY_VISIBILITY);
    private long lastNumber;
    private int inFlight;
    private boolean news;

    private enum State {
        DELAYED,
        VISIBLE,
        IN_FLIGHT
    }

    /** A message's place. What it is sorted by changes only while it is in no set. */
    private static final class Entry {
        private static final Comparator<Entry> BY_VISIBILITY =
                Comparator.<Entry, Instant>comparing(entry -> entry.visibleAt).thenComparingLong(entry -> entry.number);

        private final QueuedMessage queued;
        private final long number;
        private Instant visibleAt;
        private State state;

        private Entry(QueuedMessage queued, long number, Instant visibleAt, State state) {
            this.queued = queued;
            this.number = number;
            this.visibleAt = visibleAt;
            this.state = state;
        }
    }

    /** Adds a message nobody can receive before the instant; at once, if that is now or earlier. */
    void add(QueuedMessage message, Instant visibleAt, Instant now) {
        State state = visibleAt.isAfter(now) ? State.DELAYED : State.VISIBLE;
        Entry entry = new Entry(message, ++lastNumber, visibleAt, state);
        byId.put(message.message().id(), entry);
        byAge.add(entry);
        putIn(entry);
    }

    Optional<QueuedMessage> find(String messageId) {
        return Optional.ofNullable(byId.get(messageId)).map(entry -> entry.queued);
    }

    boolean isInFlight(QueuedMessage message) {
        Entry entry = byId.get(message.message().id());
        return entry != null && entry.state == State.IN_FLIGHT;
    }

    /** The message that has been visible longest. */
    Optional<QueuedMessage> firstVisible() {
        return visible.isEmpty() ? Optional.empty() : Optional.of(visible.first().queued);
    }

    /** Visible messages in the order in which they would be received. */
    List<QueuedMessage> visible(int max) {
        return visible.stream().limit(max).map(entry -> entry.queued).toList();
    }

    /** Puts a message in flight, or keeps it there for another time. */
    void hide(QueuedMessage message, Instant until) {
        move(message, until, State.IN_FLIGHT);
    }

    void show(QueuedMessage message, Instant now) {
        move(message, now, State.VISIBLE);
    }

    void remove(QueuedMessage message) {
        Entry entry = byId.remove(message.message().id());
        if (entry != null) {
            byAge.remove(entry);
            takeOut(entry);
        }
    }

    /**
     * Makes visible what was hidden until now or earlier.
     *
     * @return those that had been in flight
     */
    List<QueuedMessage> showDue(Instant now) {
        List<QueuedMessage> timedOut = new ArrayList<>();
        while (!hidden.isEmpty() && !hidden.first().visibleAt.isAfter(now)) {
            Entry entry = hidden.first();
            if (entry.state == State.IN_FLIGHT) {
                timedOut.add(entry.queued);
            }
            takeOut(entry);
            entry.state = State.VISIBLE; // keeps its time, and with it its place in the line
            putIn(entry);
        }
        return timedOut;
    }

    /** Whether a message has become visible since this was asked last. */
    boolean takeNews() {
        boolean was = news;
        news = false;
        return was;
    }

    /** Removes what was sent at the instant or before, whatever its state. */
    List<QueuedMessage> removeSentUntil(Instant instant) {
        List<QueuedMessage> removed = new ArrayList<>();
        while (!byAge.isEmpty() && !byAge.first().queued.message().sentAt().isAfter(instant)) {
            QueuedMessage oldest = byAge.first().queued;
            remove(oldest);
            removed.add(oldest);
        }
        return removed;
    }

    List<QueuedMessage> removeAll() {
        return removeSentUntil(Instant.MAX);
    }

    /** When the next hidden message becomes visible; empty if none is hidden. */
    Optional<Instant> nextDue() {
        return hidden.isEmpty() ? Optional.empty() : Optional.of(hidden.first().visibleAt);
    }

    int visibleCount() {
        return visible.size();
    }

    int inFlightCount() {
        return inFlight;
    }

    int delayedCount() {
        return hidden.size() - inFlight;
    }

    private void move(QueuedMessage message, Instant visibleAt, State state) {
        Entry entry = byId.get(message.message().id());
        if (entry == null) {
            throw new IllegalStateException(
                    "Message %s is not in the queue".formatted(message.message().id()));
        }
        takeOut(entry);
        entry.visibleAt = visibleAt;
        entry.state = state;
        putIn(entry);
    }

    private void putIn(Entry entry) {
        setOf(entry).add(entry);
        if (entry.state == State.IN_FLIGHT) {
            inFlight++;
        }
        news |= entry.state == State.VISIBLE;
    }

    private void takeOut(Entry entry) {
        setOf(entry).remove(entry);
        if (entry.state == State.IN_FLIGHT) {
            inFlight--;
        }
    }

    private NavigableSet<Entry> setOf(Entry entry) {
        return entry.state == State.VISIBLE ? visible : hidden;
    }
}
