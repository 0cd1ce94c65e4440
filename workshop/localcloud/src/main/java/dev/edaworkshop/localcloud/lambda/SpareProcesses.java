package dev.edaworkshop.localcloud.lambda;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Processes that were started ahead, for functions that were used before.
 *
 * <p>Starting one takes much longer than everything else between a save and a verdict. A spare has loaded no class of the
 * function, so it serves any account and any version of the handler, but only once: what a function remembers in static
 * fields must not reach another account. Spares are started one after the other, when none has been needed for a moment.
 *
 * <p>The object's monitor guards the spares.
 */
final class SpareProcesses implements AutoCloseable {
    private static final int LEAST_OF_A_KIND = 2;
    private static final int MOST_OF_A_KIND = 3;
    private static final int MOST_REMEMBERED = 200;
    /** Whoever needs spares is at work; this long after the last one was needed the machine is free. */
    private static final Duration QUIET = Duration.ofMillis(400);

    private static final Duration START_PATIENCE = Duration.ofSeconds(20);

    private final ProcessStarter starter;
    private final RuntimeApi runtimeApi;
    private final int limit;
    private final ScheduledExecutorService background = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("spare-processes").factory());
    /** Least recently needed first. */
    private final Map<Blueprint, Shelf> shelves = new LinkedHashMap<>(16, 0.75f, true);

    /** What the last process of each kind was good for, oldest first. */
    private final SequencedMap<Blueprint, Boolean> served = new LinkedHashMap<>();

    private long lastNeededNanos;
    private boolean scheduled;
    private boolean closed;

    /** @param limit of all spares together; with 0 there are none */
    SpareProcesses(ProcessStarter starter, RuntimeApi runtimeApi, int limit) {
        this.starter = starter;
        this.runtimeApi = runtimeApi;
        this.limit = limit;
    }

    /** A spare if there is one, otherwise a process that starts now. */
    StartedProcess take(Blueprint blueprint) throws IOException {
        Optional<StartedProcess> spare = takeSpare(blueprint);
        return spare.isPresent() ? spare.get() : starter.start(blueprint);
    }

    boolean areKept() {
        return limit > 0;
    }

    /** Whether the last process of this kind that ended had something to do; empty if none has ended yet. */
    synchronized Optional<Boolean> lastOneServed(Blueprint blueprint) {
        return Optional.ofNullable(served.get(blueprint));
    }

    /**
     * A process that was taken has ended.
     *
     * @param served whether it has handled an event
     */
    void ended(StartedProcess process, Blueprint blueprint, boolean served) {
        synchronized (this) {
            this.served.put(blueprint, served);
            if (this.served.size() > MOST_REMEMBERED) {
                this.served.pollFirstEntry();
            }
        }
        starter.ended(process, blueprint, served);
    }

    /** Ends all spares and waits until they are gone. */
    @Override
    public void close() {
        background.shutdownNow();
        List<Shelf> all;
        synchronized (this) {
            closed = true;
            all = List.copyOf(shelves.values());
            shelves.clear();
        }
        all.forEach(Shelf::clear);
    }

    private synchronized Optional<StartedProcess> takeSpare(Blueprint blueprint) {
        if (limit == 0 || closed) {
            return Optional.empty();
        }
        lastNeededNanos = System.nanoTime();
        Shelf shelf = shelves.computeIfAbsent(blueprint, Shelf::new);
        shelf.needed++;
        schedule(QUIET);
        StartedProcess spare = shelf.spares.poll();
        while (spare != null && !spare.isAlive()) {
            starter.ended(spare, blueprint, false);
            spare = shelf.spares.poll();
        }
        return Optional.ofNullable(spare);
    }

    private synchronized void schedule(Duration delay) {
        if (!scheduled && !closed) {
            scheduled = true;
            background.schedule(this::refill, delay.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    private void refill() {
        synchronized (this) {
            scheduled = false;
        }
        for (Optional<Shelf> next = next(); next.isPresent(); next = next()) {
            if (!start(next.get())) {
                return;
            }
        }
    }

    /** The shelf that lacks a spare most recently needed; empty if none does, or this is not the moment. */
    private synchronized Optional<Shelf> next() {
        Duration quiet = Duration.ofNanos(System.nanoTime() - lastNeededNanos);
        if (closed) {
            return Optional.empty();
        }
        if (quiet.compareTo(QUIET) < 0) {
            schedule(QUIET.minus(quiet));
            return Optional.empty();
        }
        List<Shelf> recentFirst = new ArrayList<>(shelves.values()).reversed();
        int room = limit;
        for (Shelf shelf : recentFirst) {
            int wanted = Math.min(room, shelf.wanted());
            room -= wanted;
            if (wanted == 0) {
                shelves.remove(shelf.blueprint);
                shelf.clear();
            } else if (shelf.spares.size() < wanted) {
                return Optional.of(shelf);
            }
        }
        return Optional.empty();
    }

    private boolean start(Shelf shelf) {
        try {
            StartedProcess started = starter.start(shelf.blueprint);
            synchronized (this) {
                if (closed) {
                    shelf.end(started);
                    return false;
                }
                shelf.spares.add(started);
                shelf.needed = 0;
            }
            return runtimeApi.awaitAsked(started.id(), START_PATIENCE);
        } catch (IOException e) {
            return false; // Whoever needs it tries again, and says so.
        }
    }

    /** The spares of one kind. */
    private final class Shelf {
        private final Blueprint blueprint;
        private final Deque<StartedProcess> spares = new ArrayDeque<>();
        private int wanted = LEAST_OF_A_KIND;
        /** How often since the last spare was started. */
        private int needed;

        Shelf(Blueprint blueprint) {
            this.blueprint = blueprint;
        }

        int wanted() {
            wanted = Math.clamp(needed, wanted, MOST_OF_A_KIND);
            return wanted;
        }

        void clear() {
            spares.forEach(this::end);
            spares.clear();
        }

        void end(StartedProcess spare) {
            spare.process().destroyForcibly().onExit().join();
            starter.ended(spare, blueprint, false);
        }
    }
}
