package dev.edaworkshop.localcloud.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The clock of one account: it runs with real time and can be moved forward.
 *
 * <p>Everything that waits, waits here ({@link #schedule}); everything that is being done is announced here
 * ({@link #busy}). Together they make "nothing more will happen" a fact: {@link #drain} jumps from timer to timer until
 * neither work nor timers are left. One lock guards all state; actions run on virtual threads, outside the lock.
 */
public final class CloudClock implements InstantSource, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final InstantSource realTime;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition timersChanged = lock.newCondition();
    private final Condition workFinished = lock.newCondition();
    private final PriorityQueue<Timer> timers =
            new PriorityQueue<>(Comparator.comparing(Timer::due).thenComparing(Timer::number));
    private final List<Busy> inFlight = new ArrayList<>();
    private final AtomicLong timerNumbers = new AtomicLong();
    private final Thread alarm;
    private volatile Duration ahead = Duration.ZERO;
    private boolean closed;

    public CloudClock() {
        this(InstantSource.system());
    }

    public CloudClock(InstantSource realTime) {
        this.realTime = realTime;
        alarm = Thread.ofVirtual().name("cloud-clock").start(this::ringUntilClosed);
    }

    /** The cloud's time: real time plus what the clock was moved. */
    @Override
    public Instant instant() {
        return realTime.instant().plus(ahead);
    }

    /** How far the clock is ahead of real time; never negative. */
    public Duration ahead() {
        return ahead;
    }

    /**
     * Runs the action once the delay has passed on this clock.
     *
     * @param what for people who ask what is due next, such as "visibility timeout of queue orders"
     */
    public Timer schedule(Duration delay, String what, Runnable action) {
        return schedule(delay, what, false, action);
    }

    /**
     * As {@link #schedule}, for one ring of a schedule that never ends: {@link #drain} lets it ring on the way to
     * something else, but does not go on for its sake.
     */
    public Timer scheduleRecurring(Duration delay, String what, Runnable action) {
        return schedule(delay, what, true, action);
    }

    private Timer schedule(Duration delay, String what, boolean recurring, Runnable action) {
        lock.lock();
        try {
            Timer timer =
                    new Timer(this, instant().plus(delay), timerNumbers.incrementAndGet(), what, recurring, action);
            if (!closed) {
                timers.add(timer);
                timersChanged.signalAll();
            }
            return timer;
        } finally {
            lock.unlock();
        }
    }

    /** Announces work in progress; the cloud is not idle until the returned token is closed. */
    public Busy busy(String what) {
        Busy busy = new Busy(this, what);
        lock.lock();
        try {
            inFlight.add(busy);
        } finally {
            lock.unlock();
        }
        return busy;
    }

    /** Moves the clock forward; timers that become due run in their order. */
    public void advance(Duration by) {
        if (by.isNegative()) {
            throw new IllegalArgumentException("The clock moves forward only, was asked for " + by);
        }
        lock.lock();
        try {
            ahead = ahead.plus(by);
            ringDue();
            timersChanged.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** What is due, soonest first. */
    public List<Timer> timers() {
        lock.lock();
        try {
            return timers.stream()
                    .sorted(Comparator.comparing(Timer::due).thenComparing(Timer::number))
                    .toList();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Lets everything happen that is going to happen: waits for work in flight, then jumps to the next timer, until
     * neither is left, or the next timer lies beyond the horizon, or all timers recur.
     *
     * @param horizon how far the clock may be moved; what is due later stays pending
     * @throws IllegalStateException if work in flight does not finish within a minute of real time; the message names it
     */
    public DrainReceipt drain(Duration horizon) {
        lock.lock();
        try {
            Instant start = instant();
            Instant end = start.plus(horizon);
            while (true) {
                do { // what is overdue belongs to now, though the alarm's thread has not come to it
                    awaitIdle();
                    ringDue();
                } while (!inFlight.isEmpty() && !closed);
                Timer next = timers.peek();
                if (next == null || next.due().isAfter(end) || timers.stream().allMatch(Timer::isRecurring)) {
                    return new DrainReceipt(
                            Duration.between(start, instant()),
                            timers.stream().map(Timer::what).toList());
                }
                Duration untilDue = Duration.between(instant(), next.due());
                if (untilDue.isPositive()) {
                    ahead = ahead.plus(untilDue);
                }
                ringDue();
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            timers.clear();
            timersChanged.signalAll();
            workFinished.signalAll();
        } finally {
            lock.unlock();
        }
        alarm.interrupt();
    }

    void cancel(Timer timer) {
        lock.lock();
        try {
            timers.remove(timer);
        } finally {
            lock.unlock();
        }
    }

    void finished(Busy busy) {
        lock.lock();
        try {
            inFlight.remove(busy);
            if (inFlight.isEmpty()) {
                workFinished.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    private void awaitIdle() {
        long patience = PATIENCE.toNanos();
        while (!inFlight.isEmpty() && !closed) {
            if (patience <= 0) {
                throw new IllegalStateException("The local cloud is still busy after %d seconds: %s."
                        .formatted(
                                PATIENCE.toSeconds(),
                                inFlight.stream().map(Busy::what).distinct().toList()));
            }
            try {
                patience = workFinished.awaitNanos(patience);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while waiting for the local cloud to become idle", e);
            }
        }
    }

    private void ringUntilClosed() {
        lock.lock();
        try {
            while (!closed) {
                ringDue();
                Timer next = timers.peek();
                if (next == null) {
                    timersChanged.await();
                } else {
                    timersChanged.awaitNanos(Duration.between(instant(), next.due())
                            .plusMillis(1)
                            .toNanos());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // closed
        } finally {
            lock.unlock();
        }
    }

    /** Timers leave the queue only after their work is announced, so that the cloud never looks idle in between. */
    private void ringDue() {
        Instant now = instant();
        for (Timer next = timers.peek(); next != null && !next.due().isAfter(now); next = timers.peek()) {
            Timer timer = next;
            Busy busy = new Busy(this, timer.what());
            inFlight.add(busy);
            timers.poll();
            Thread.ofVirtual().name(timer.what()).start(() -> {
                try (busy) {
                    timer.action().run();
                }
            });
        }
    }
}
