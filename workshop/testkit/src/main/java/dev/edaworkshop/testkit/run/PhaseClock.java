package dev.edaworkshop.testkit.run;

import java.time.Duration;
import java.util.function.Supplier;

/** Adds up how long each phase of a round takes. Its monitor guards the sum. */
public final class PhaseClock {
    private final long startedNanos = System.nanoTime();
    private Timings timings = Timings.none();

    /** Does something, and counts its time for the phase, also if it fails. */
    public <T> T measure(Phase phase, Supplier<T> work) {
        long before = System.nanoTime();
        try {
            return work.get();
        } finally {
            add(phase, Duration.ofNanos(System.nanoTime() - before));
        }
    }

    synchronized void add(Phase phase, Duration took) {
        timings = timings.plus(Timings.of(phase, took));
    }

    public synchronized Timings timings() {
        return timings;
    }

    /** The phases so far; what of the time since this clock was made belongs to none of them is the given one's. */
    synchronized Timings timingsWithRest(Phase rest) {
        Duration all = Duration.ofNanos(System.nanoTime() - startedNanos);
        return timings.plus(Timings.of(rest, all.minus(timings.total())));
    }
}
