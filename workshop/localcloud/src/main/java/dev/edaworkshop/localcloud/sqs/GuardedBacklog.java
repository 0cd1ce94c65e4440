package dev.edaworkshop.localcloud.sqs;

import dev.edaworkshop.localcloud.clock.CloudClock;
import dev.edaworkshop.localcloud.clock.Timer;
import dev.edaworkshop.localcloud.delivery.MessageSource;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * A queue's messages under one lock, up to date with the clock, and those who wait for messages.
 *
 * <p>Hops are recorded under the lock, so that the journal has the hops of a message in their order; a journal listener
 * must therefore not call a queue. Listeners for messages are told outside the lock, by the thread that made a message
 * visible.
 */
final class GuardedBacklog {
    private final CloudClock clock;
    private final QueueJournal journal;
    private final Supplier<Duration> retentionPeriod;
    private final String timerName;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition messageVisible = lock.newCondition();
    private final Backlog backlog;
    private final Listeners listeners = new Listeners();
    private Optional<Timer> timer = Optional.empty();
    private Optional<Instant> timerSetFor = Optional.empty();
    private int waiting;
    private boolean closed;

    GuardedBacklog(
            CloudClock clock, QueueJournal journal, Supplier<Duration> retentionPeriod, String queueName, Line line) {
        this.clock = clock;
        backlog = new Backlog(line);
        this.journal = journal;
        this.retentionPeriod = retentionPeriod;
        timerName = "queue %s: a delay or visibility timeout ends".formatted(queueName);
    }

    /**
     * Does something with the messages as they are now; whoever waits is told if some became visible.
     *
     * @param action runs under the lock and must not call another queue
     */
    <T> T update(BiFunction<Backlog, Instant, T> action) {
        boolean tell = false;
        try {
            lock.lock();
            try {
                Instant now = clock.instant();
                settle(now);
                return action.apply(backlog, now);
            } finally {
                setTimer();
                tell = backlog.takeNews() && backlog.hasReceivable();
                if (tell) {
                    messageVisible.signalAll();
                }
                lock.unlock();
            }
        } finally {
            if (tell) {
                listeners.tell();
            }
        }
    }

    /**
     * Waits in real time, which is not work in the eyes of the clock.
     *
     * @param deadline on the scale of {@link System#nanoTime}
     * @return whether a message can be received
     */
    boolean awaitVisible(long deadline) {
        lock.lock();
        try {
            waiting++;
            long patience = deadline - System.nanoTime();
            while (!backlog.hasReceivable() && patience > 0 && !closed) {
                patience = messageVisible.awaitNanos(patience);
            }
            return backlog.hasReceivable();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            waiting--;
            lock.unlock();
        }
    }

    MessageSource.Subscription whenVisible(Runnable listener) {
        return listeners.add(listener);
    }

    /** Whether somebody waits for messages. */
    boolean isAwaited() {
        lock.lock();
        try {
            return waiting > 0 || !listeners.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /** Drops all messages and the timer, and sends those away who wait. */
    void close() {
        lock.lock();
        try {
            closed = true;
            backlog.removeAll();
            setTimer();
            messageVisible.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Lets happen what time has brought: the retention period ran out, a delay or visibility timeout ended. */
    private void settle(Instant now) {
        Duration retention = retentionPeriod.get();
        backlog.removeSentUntil(now.minus(retention)).forEach(message -> journal.expired(message, retention));
        backlog.showDue(now).forEach(journal::timedOut);
    }

    /** One timer, for the next message that becomes visible; none if no message is hidden. */
    private void setTimer() {
        Optional<Instant> due = closed ? Optional.empty() : backlog.nextDue();
        if (!due.equals(timerSetFor)) {
            timer.ifPresent(Timer::cancel);
            timer = due.map(time -> clock.schedule(Duration.between(clock.instant(), time), timerName, this::ring));
            timerSetFor = due;
        }
    }

    private void ring() {
        update((messages, now) -> timerSetFor = Optional.empty());
    }
}
