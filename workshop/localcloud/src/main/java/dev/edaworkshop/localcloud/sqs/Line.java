package dev.edaworkshop.localcloud.sqs;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Who is next in a queue: the order of the message groups, and of the messages in each.
 *
 * <p>FIFO: a group hands out its messages in the order of their arrival, and none while some of it are in flight.
 * Standard: messages go by how long they have been visible, but a noisy group, which has many messages in flight, waits
 * until the others have had their turn (fair queues). Messages without group are never noisy.
 *
 * <p>From which number on a group is noisy, and that the oldest FIFO group is first, are choices of the local cloud:
 * SQS does not say.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-fair-queues.html">Fair queues</a>
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/using-messagegroupid-property.html">Message groups</a>
 */
final class Line {
    /** One full receive may be in flight without being a nuisance. */
    static final int MAX_QUIET = 10;

    private final boolean fifo;
    private final Comparator<Entry> order;
    private final Map<String, Group> groups = new HashMap<>();
    private final NavigableSet<Group> open;

    private Line(boolean fifo, Comparator<Entry> order) {
        this.fifo = fifo;
        this.order = order;
        open = new TreeSet<>(Comparator.comparing(Group::isNoisy).thenComparing(Group::first, order));
    }

    static Line standard() {
        return new Line(false, Entry.BY_VISIBILITY);
    }

    static Line fifo() {
        return new Line(true, Entry.BY_ARRIVAL);
    }

    /** A message group. Its place in {@link #open} depends on all its fields. */
    private final class Group {
        private final String id;
        private final NavigableSet<Entry> waiting = new TreeSet<>(order);
        private int inFlight;

        private Group(String id) {
            this.id = id;
        }

        private Entry first() {
            return waiting.first();
        }

        private boolean isNoisy() {
            return !id.isEmpty() && inFlight > MAX_QUIET;
        }

        private boolean isOpen() {
            return startsVisible() && !(fifo && inFlight > 0);
        }

        private boolean startsVisible() {
            return !waiting.isEmpty() && first().state() == Entry.State.VISIBLE;
        }
    }

    /** @return whether a message of its group can be received now */
    boolean put(Entry entry) {
        Group group = groups.computeIfAbsent(entry.message().message().content().groupId(), Group::new);
        close(group);
        if (entry.state() == Entry.State.IN_FLIGHT) {
            group.inFlight++;
        } else if (waits(entry)) {
            group.waiting.add(entry);
        }
        return reopen(group);
    }

    /** @return whether this is why a message of its group can be received now */
    boolean take(Entry entry) {
        Group group = groups.computeIfAbsent(entry.message().message().content().groupId(), Group::new);
        boolean wasOpen = group.isOpen();
        close(group);
        if (entry.state() == Entry.State.IN_FLIGHT) {
            group.inFlight--;
        } else if (waits(entry)) {
            group.waiting.remove(entry);
        }
        return reopen(group) && !wasOpen;
    }

    boolean isOpen() {
        return !open.isEmpty();
    }

    /** @param served the group that the same receive has taken from, whose messages in flight are therefore no hindrance */
    Optional<Entry> next(String served) {
        Group group = fifo ? groups.get(served) : null;
        if (group != null && group.startsVisible()) {
            return Optional.of(group.first());
        }
        return open.isEmpty() ? Optional.empty() : Optional.of(open.first().first());
    }

    /** In their order, whatever their groups. */
    Stream<Entry> visible() {
        Stream<Entry> visible = groups.values().stream()
                .flatMap(group -> group.waiting.stream())
                .filter(entry -> entry.state() == Entry.State.VISIBLE);
        return groups.size() > 1 ? visible.sorted(order) : visible;
    }

    /** In a FIFO queue a delayed message keeps its place, so that none overtakes it. */
    private boolean waits(Entry entry) {
        return entry.state() == Entry.State.VISIBLE || (fifo && entry.state() == Entry.State.DELAYED);
    }

    private void close(Group group) {
        if (group.isOpen()) {
            open.remove(group);
        }
    }

    private boolean reopen(Group group) {
        if (group.isOpen()) {
            open.add(group);
            return true;
        }
        if (group.waiting.isEmpty() && group.inFlight == 0) {
            groups.remove(group.id);
        }
        return false;
    }
}
