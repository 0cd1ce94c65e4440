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
 * <p>A message is either visible, or hidden until an instant: delayed, or in flight. A visible message can be received
 * if its {@link Line} says so. The queue's lock guards it.
 */
final class Backlog {
    private final Map<String, Entry> byId = new HashMap<>();
    private final NavigableSet<Entry> byAge = new TreeSet<>(
            Comparator.<Entry, Instant>comparing(entry -> entry.message().agesFrom())
                    .thenComparingLong(Entry::number));
    private final NavigableSet<Entry> hidden = new TreeSet<>(Entry.BY_VISIBILITY);
    private final Line line;
    private long lastNumber;
    private int inFlight;
    private boolean news;

    Backlog(Line line) {
        this.line = line;
    }

    /** Adds a message nobody can receive before the instant; at once, if that is now or earlier. */
    void add(QueuedMessage message, Instant visibleAt, Instant now) {
        Entry.State state = visibleAt.isAfter(now) ? Entry.State.DELAYED : Entry.State.VISIBLE;
        Entry entry = new Entry(message, ++lastNumber, visibleAt, state);
        byId.put(message.message().id(), entry);
        byAge.add(entry);
        putIn(entry);
    }

    Optional<QueuedMessage> find(String messageId) {
        return Optional.ofNullable(byId.get(messageId)).map(Entry::message);
    }

    boolean isInFlight(QueuedMessage message) {
        Entry entry = byId.get(message.message().id());
        return entry != null && entry.state() == Entry.State.IN_FLIGHT;
    }

    /** Whether a receive would find something. */
    boolean hasReceivable() {
        return line.isOpen();
    }

    /**
     * The message to be received next.
     *
     * @param group the message group that the same receive took from before; empty at its beginning
     */
    Optional<QueuedMessage> next(String group) {
        return line.next(group).map(Entry::message);
    }

    /** Visible messages in their order, also those whose group has messages in flight. */
    List<QueuedMessage> visible(int max) {
        return line.visible().limit(max).map(Entry::message).toList();
    }

    /** Puts a message in flight, or keeps it there for another time. */
    void hide(QueuedMessage message, Instant until) {
        move(message, until, Entry.State.IN_FLIGHT);
    }

    void show(QueuedMessage message, Instant now) {
        move(message, now, Entry.State.VISIBLE);
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
        while (!hidden.isEmpty() && !hidden.first().visibleAt().isAfter(now)) {
            Entry entry = hidden.first();
            if (entry.state() == Entry.State.IN_FLIGHT) {
                timedOut.add(entry.message());
            }
            takeOut(entry);
            entry.place(entry.visibleAt(), Entry.State.VISIBLE); // keeps its time, and with it its place in the line
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
        while (!byAge.isEmpty() && !byAge.first().message().agesFrom().isAfter(instant)) {
            QueuedMessage oldest = byAge.first().message();
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
        return hidden.isEmpty() ? Optional.empty() : Optional.of(hidden.first().visibleAt());
    }

    int visibleCount() {
        return byId.size() - hidden.size();
    }

    int inFlightCount() {
        return inFlight;
    }

    int delayedCount() {
        return hidden.size() - inFlight;
    }

    private void move(QueuedMessage message, Instant visibleAt, Entry.State state) {
        Entry entry = byId.get(message.message().id());
        if (entry == null) {
            throw new IllegalStateException(
                    "Message %s is not in the queue".formatted(message.message().id()));
        }
        takeOut(entry);
        entry.place(visibleAt, state);
        putIn(entry);
    }

    private void putIn(Entry entry) {
        boolean opened = line.put(entry);
        if (entry.state() == Entry.State.VISIBLE) {
            news |= opened;
        } else {
            hidden.add(entry);
        }
        if (entry.state() == Entry.State.IN_FLIGHT) {
            inFlight++;
        }
    }

    private void takeOut(Entry entry) {
        boolean opened = line.take(entry);
        if (entry.state() != Entry.State.VISIBLE) {
            hidden.remove(entry);
        }
        if (entry.state() == Entry.State.IN_FLIGHT) {
            inFlight--;
            news |= opened;
        }
    }
}
