package dev.edaworkshop.lab1.terminals;

import dev.edaworkshop.lab1.reservations.QueueMessage;
import dev.edaworkshop.lab1.reservations.RunContext;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;

/**
 * Does for a function what Lambda does for it in AWS: takes messages from a queue, calls it, and deletes what is done.
 *
 * <p>The object's monitor guards whether it stops and who waits.
 */
final class QueuePoller {

    /** Between the function's last moment and the moment the messages become visible to others: time to delete them. */
    private static final Duration MARGIN = Duration.ofSeconds(1);

    private static final int MOST_FAILURES = 6;

    /**
     * How to read.
     *
     * @param batchSize messages at a time, 1 to 10
     * @param waitTime for the next message, at most 20 seconds
     * @param visibility how long the messages of a batch are hidden from others
     */
    record Reading(String queueUrl, int batchSize, Duration waitTime, Duration visibility) {}

    private final SqsClient sqs;
    private final Reading reading;
    private final BiFunction<List<QueueMessage>, RunContext, List<String>> function;
    private final InstantSource clock;
    private final Consumer<Duration> pause;
    private final PrintStream out;

    private boolean stopping;
    private Optional<Thread> waiting = Optional.empty();

    /**
     * @param function answers with the ids of the messages that are not done
     * @param pause waits so long before the next attempt
     */
    QueuePoller(
            SqsClient sqs,
            Reading reading,
            BiFunction<List<QueueMessage>, RunContext, List<String>> function,
            InstantSource clock,
            Consumer<Duration> pause,
            PrintStream out) {
        this.sqs = sqs;
        this.reading = reading;
        this.function = function;
        this.clock = clock;
        this.pause = pause;
        this.out = out;
    }

    /**
     * Reads until it is told to stop.
     *
     * @param stopAfter ends by itself after so many messages
     * @throws QueueDoesNotExistException if the queue is gone
     * @throws SdkException if AWS has not answered for a while
     */
    void run(long stopAfter) {
        long read = 0;
        int failures = 0;
        while (!isStopping() && read < stopAfter) {
            try {
                read += poll();
                failures = 0;
            } catch (QueueDoesNotExistException e) {
                throw e; // To wait for it would be to wait for ever.
            } catch (SdkException e) {
                if (isStopping()) {
                    return;
                }
                if (++failures == MOST_FAILURES) {
                    throw e;
                }
                Duration patience = Duration.ofMillis(100L << failures);
                out.printf("AWS does not answer (%s). Again in %d ms.%n", e.getMessage(), patience.toMillis());
                pause.accept(patience);
            }
        }
    }

    /** It finishes the message in hand and gives the others of its batch back; {@link #run} returns soon. */
    synchronized void stop() {
        stopping = true;
        waiting.ifPresent(Thread::interrupt);
    }

    /** @return how many messages came */
    int poll() {
        List<Message> messages = receive();
        if (messages.isEmpty()) {
            return 0;
        }
        Instant lastMoment = clock.instant().plus(reading.visibility()).minus(MARGIN);
        RunContext context = () -> isStopping() ? Duration.ZERO : Duration.between(clock.instant(), lastMoment);
        List<String> notDone = function.apply(
                messages.stream()
                        .map(message -> new QueueMessage(message.messageId(), message.body()))
                        .toList(),
                context);
        for (Message message : messages) {
            if (!notDone.contains(message.messageId())) {
                delete(message); // Only now that it is done.
            } else if (isStopping()) {
                giveBack(message);
            }
            // Otherwise it becomes visible by itself, when its time is over: whatever failed gets a pause that way.
        }
        out.printf("received %d, done %d%n", messages.size(), messages.size() - notDone.size());
        return messages.size();
    }

    private List<Message> receive() {
        beginWaiting();
        try {
            return sqs.receiveMessage(request -> request.queueUrl(reading.queueUrl())
                            .maxNumberOfMessages(reading.batchSize())
                            .waitTimeSeconds((int) reading.waitTime().toSeconds())
                            .visibilityTimeout((int) reading.visibility().toSeconds()))
                    .messages();
        } finally {
            endWaiting();
        }
    }

    private void delete(Message message) {
        sqs.deleteMessage(request -> request.queueUrl(reading.queueUrl()).receiptHandle(message.receiptHandle()));
    }

    private void giveBack(Message message) {
        sqs.changeMessageVisibility(request -> request.queueUrl(reading.queueUrl())
                .receiptHandle(message.receiptHandle())
                .visibilityTimeout(0));
    }

    private synchronized boolean isStopping() {
        return stopping;
    }

    private synchronized void beginWaiting() {
        waiting = Optional.of(Thread.currentThread());
        if (stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void endWaiting() {
        waiting = Optional.empty();
        Thread.interrupted(); // It was for the waiting only; what comes now is to be finished.
    }
}
