package dev.edaworkshop.localcloud.logs;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * A log group: the streams of one function, for instance, and what they hold.
 *
 * <p>Bounded: the oldest events go when there are too many. The group's monitor guards the events; listeners are called
 * in the order of the events, on the thread that writes.
 */
public final class LogGroup {
    private static final int MAX_EVENTS = 20_000;
    private static final long MAX_CHARS = 16L * 1024 * 1024;

    private final String name;
    private final InstantSource clock;
    private final Instant created;
    private final Map<String, LogStream> streams = new ConcurrentSkipListMap<>();
    private final Deque<LogEvent> events = new ArrayDeque<>();
    private final List<Consumer<LogEvent>> listeners = new CopyOnWriteArrayList<>();
    private long lastNumber;
    private long chars;

    LogGroup(String name, InstantSource clock) {
        this.name = name;
        this.clock = clock;
        created = clock.instant();
    }

    public String name() {
        return name;
    }

    Instant created() {
        return created;
    }

    /** The stream of that name; created if there is none. */
    public LogStream stream(String streamName) {
        return streams.computeIfAbsent(streamName, n -> new LogStream(this, n, clock.instant()));
    }

    /** By name. */
    List<LogStream> streams() {
        return List.copyOf(streams.values());
    }

    /** What is kept of all streams, oldest first. */
    public synchronized List<LogEvent> events() {
        return List.copyOf(events);
    }

    /** Calls the listener with every event from now on, until the returned handle is closed. */
    public Listening listen(Consumer<LogEvent> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    synchronized void append(String stream, String message) {
        LogEvent event = new LogEvent(++lastNumber, stream, clock.instant(), message);
        events.addLast(event);
        chars += message.length();
        while (events.size() > MAX_EVENTS || chars > MAX_CHARS && events.size() > 1) {
            chars -= events.removeFirst().message().length();
        }
        for (Consumer<LogEvent> listener : listeners) {
            listener.accept(event);
        }
    }

    /** Ends a {@link #listen}. */
    public interface Listening extends AutoCloseable {
        @Override
        void close();
    }
}
