package dev.edaworkshop.localcloud.sqs;

import dev.edaworkshop.localcloud.clock.CloudClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Moves the messages that a dead-letter queue has when the task starts to where they belong; its own monitor guards it.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_StartMessageMoveTask.html">StartMessageMoveTask</a>
 */
final class MoveTask {
    private final String handle = UUID.randomUUID().toString();
    private final Queue source;
    private final Optional<Queue> destination;
    private final Optional<Integer> maxPerSecond;
    private final Queues queues;
    private final CloudClock clock;
    private final Instant started;
    private final int toMove;
    private int moved;
    private Status status = Status.RUNNING;
    private Optional<String> failureReason = Optional.empty();

    /** Spelled as AWS spells them. */
    enum Status {
        RUNNING,
        COMPLETED,
        CANCELLED,
        FAILED
    }

    /** @param destination empty to send each message back to the queue it came from */
    MoveTask(
            Queue source,
            Optional<Queue> destination,
            Optional<Integer> maxPerSecond,
            Queues queues,
            CloudClock clock) {
        this.source = source;
        this.destination = destination;
        this.maxPerSecond = maxPerSecond;
        this.queues = queues;
        this.clock = clock;
        started = clock.instant();
        toMove = source.visibleCount();
    }

    void start() {
        continueAfter(Duration.ZERO);
    }

    String handle() {
        return handle;
    }

    Queue source() {
        return source;
    }

    Optional<Queue> destination() {
        return destination;
    }

    Optional<Integer> maxPerSecond() {
        return maxPerSecond;
    }

    Instant started() {
        return started;
    }

    int toMove() {
        return toMove;
    }

    synchronized int moved() {
        return moved;
    }

    synchronized Status status() {
        return status;
    }

    boolean isRunning() {
        return status() == Status.RUNNING;
    }

    synchronized Optional<String> failureReason() {
        return failureReason;
    }

    /** Does nothing to a task that has ended; what was moved stays moved. */
    synchronized void cancel() {
        if (status == Status.RUNNING) {
            status = Status.CANCELLED;
        }
    }

    private synchronized void moveSome() {
        int until = Math.min(toMove, maxPerSecond.map(rate -> moved + rate).orElse(toMove));
        while (status == Status.RUNNING && moved < until) {
            if (source.moveOne(this::destinationOf).isPresent()) {
                moved++;
            } else if (status == Status.RUNNING) {
                status = Status.COMPLETED; // somebody else took the rest
            }
        }
        if (status == Status.RUNNING && moved < toMove) {
            continueAfter(Duration.ofSeconds(1));
        } else if (status == Status.RUNNING) {
            status = Status.COMPLETED;
        }
    }

    private Optional<Queue> destinationOf(QueuedMessage message) {
        Optional<Queue> found =
                destination.or(() -> message.deadLetterSourceArn().flatMap(queues::find));
        if (found.isEmpty()) {
            status = Status.FAILED;
            failureReason = Optional.of("CouldNotDetermineMessageSource");
        }
        return found;
    }

    private void continueAfter(Duration pause) {
        clock.schedule(pause, "message move task of queue %s".formatted(source.name()), this::moveSome);
    }
}
