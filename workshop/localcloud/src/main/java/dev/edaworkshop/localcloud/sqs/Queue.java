package dev.edaworkshop.localcloud.sqs;

import dev.edaworkshop.localcloud.AccountContext;
import dev.edaworkshop.localcloud.delivery.MessageSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;

/**
 * A queue: keeps messages until somebody deletes them, and hides a received message while its consumer works.
 *
 * <p>All times are the account's clock's; only a long poll waits in real time. The lock of {@link GuardedBacklog} guards
 * the messages, and is never held while another queue is called.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/standard-queues.html">Standard queues</a>
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-fifo-queues.html">FIFO queues</a>
 */
public final class Queue implements MessageSource {
    /** So many messages of a queue may be received and not yet deleted. */
    static final int MAX_IN_FLIGHT = 120_000;

    private static final Duration MAX_TIME_IN_FLIGHT = Duration.ofHours(12);
    private static final Duration PURGE_INTERVAL = Duration.ofSeconds(60);
    private static final Duration CONSUMER_MEMORY = Duration.ofSeconds(30);

    private final String name;
    private final String arn;
    private final String url;
    private final AccountContext account;
    private final Function<String, Optional<Queue>> otherQueues;
    private final String id = UUID.randomUUID().toString();
    private final QueueJournal journal;
    private final GuardedBacklog messages;
    private final Intake intake;
    private final ReceiveAttempts receiveAttempts = new ReceiveAttempts();
    private final Map<String, String> tags = new ConcurrentSkipListMap<>();
    private final Instant created;
    private volatile Instant modified;
    private volatile QueueAttributes attributes;
    private volatile Optional<Instant> lastReceive = Optional.empty();
    private volatile Optional<Instant> lastPurge = Optional.empty();

    /** @param otherQueues finds by ARN the dead-letter queue that the redrive policy names */
    Queue(
            String name,
            QueueAttributes attributes,
            AccountContext account,
            Function<String, Optional<Queue>> otherQueues) {
        this.name = name;
        this.arn = account.arn("sqs", name);
        this.url = "%s/%s/%s".formatted(account.endpoint(), account.accountId(), name);
        this.account = account;
        this.otherQueues = otherQueues;
        this.attributes = attributes;
        created = account.clock().instant();
        modified = created;
        journal = new QueueJournal(account.journal(), arn);
        Line line = attributes.isFifo() ? Line.fifo() : Line.standard();
        messages = new GuardedBacklog(account.clock(), journal, () -> this.attributes.retentionPeriod(), name, line);
        intake = new Intake(messages, journal, () -> this.attributes);
    }

    public String name() {
        return name;
    }

    @Override
    public String arn() {
        return arn;
    }

    /** What clients call it: {@code http://127.0.0.1:<port>/000000000000/<name>}. */
    public String url() {
        return url;
    }

    @Override
    public Duration visibilityTimeout() {
        return attributes.visibilityTimeout();
    }

    /** How many messages can be received now. */
    public int visibleCount() {
        return messages.update((backlog, now) -> backlog.visibleCount());
    }

    /** How many messages are hidden because somebody received them. */
    public int inFlightCount() {
        return messages.update((backlog, now) -> backlog.inFlightCount());
    }

    /** How many messages are hidden because they were sent with a delay that has not passed. */
    public int delayedCount() {
        return messages.update((backlog, now) -> backlog.delayedCount());
    }

    /** Looks at visible messages, at most as many as said, in the order in which they would be received. */
    public List<PeekedMessage> peek(int max) {
        return messages.update((backlog, now) ->
                backlog.visible(max).stream().map(PeekedMessage::of).toList());
    }

    /** Where the redrive policy puts messages aside; empty if there is none. */
    public Optional<String> deadLetterQueueArn() {
        return attributes.redrivePolicy().map(RedrivePolicy::deadLetterTargetArn);
    }

    /** Whether somebody reads: an event source mapping, a waiting long poll, or a receive in the last 30 seconds. */
    public boolean hasConsumer() {
        Instant remembered = account.clock().instant().minus(CONSUMER_MEMORY);
        return messages.isAwaited()
                || lastReceive.filter(time -> !time.isBefore(remembered)).isPresent();
    }

    QueueAttributes attributes() {
        return attributes;
    }

    void setAttributes(QueueAttributes changed) {
        attributes = changed;
        modified = account.clock().instant();
    }

    /** Changing the map changes the queue's tags. */
    public Map<String, String> tags() {
        return tags;
    }

    /** All that GetQueueAttributes answers. */
    Map<String, String> describe() {
        return messages.update((backlog, now) -> {
            Map<String, String> described = new TreeMap<>(attributes.values());
            described.put("QueueArn", arn);
            described.put("CreatedTimestamp", String.valueOf(created.getEpochSecond()));
            described.put("LastModifiedTimestamp", String.valueOf(modified.getEpochSecond()));
            described.put("ApproximateNumberOfMessages", String.valueOf(backlog.visibleCount()));
            described.put("ApproximateNumberOfMessagesNotVisible", String.valueOf(backlog.inFlightCount()));
            described.put("ApproximateNumberOfMessagesDelayed", String.valueOf(backlog.delayedCount()));
            return described;
        });
    }

    /** Takes in a message that an API client sends; its id is the event's id. */
    Message send(String sender, String senderId, MessageContent content) {
        return intake.send(sender, senderId, content);
    }

    /** Takes in a message that another service hands over, and whose event has an id already. */
    Message takeOver(String eventId, String senderId, MessageContent content) {
        return intake.takeOver(eventId, senderId, content);
    }

    @Override
    public List<Received> receive(String consumer, int max) {
        return receive(consumer, max, visibilityTimeout(), Duration.ZERO);
    }

    /**
     * As {@link #receive(String, int)}, with a visibility timeout of its own; waits up to {@code wait} of real time until
     * at least one message is there.
     */
    List<Received> receive(String consumer, int max, Duration visibilityTimeout, Duration wait) {
        return receive(consumer, max, visibilityTimeout, wait, Optional.empty());
    }

    /**
     * As {@link #receive(String, int, Duration, Duration)}.
     *
     * @param attemptId of a FIFO queue: the receive with this id is the same receive, repeated
     */
    List<Received> receive(
            String consumer, int max, Duration visibilityTimeout, Duration wait, Optional<String> attemptId) {
        long deadline = System.nanoTime() + wait.toNanos();
        while (true) {
            Optional<Redrive> redrive = redrive();
            Handout handout = new Handout(consumer, max, visibilityTimeout, redrive);
            Optional<List<Received>> repeated = messages.update((backlog, now) -> {
                lastReceive = Optional.of(now);
                Optional<List<Received>> before =
                        attemptId.flatMap(attempt -> receiveAttempts.repeat(attempt, backlog, now, visibilityTimeout));
                if (before.isEmpty()) {
                    handout.take(backlog, now, journal, id);
                    attemptId.ifPresent(attempt -> receiveAttempts.remember(attempt, handout.received(), now));
                }
                return before;
            });
            redrive.ifPresent(target -> handout.overReceived()
                    .forEach(message -> target.deadLetterQueue().intake.addDeadLetter(message, arn)));
            List<Received> received = repeated.orElse(handout.received());
            if (!received.isEmpty() || wait.isZero() || !messages.awaitVisible(deadline)) {
                return received;
            }
        }
    }

    /** None if the dead-letter queue has been deleted, so that its messages stay here and nothing gets lost. */
    private Optional<Redrive> redrive() {
        return attributes.redrivePolicy().flatMap(policy -> otherQueues
                .apply(policy.deadLetterTargetArn())
                .map(queue -> new Redrive(policy.maxReceiveCount(), queue)));
    }

    /**
     * Deletes a received message; does nothing if it is gone, or was received again since.
     *
     * @throws dev.edaworkshop.localcloud.wire.AwsException of a FIFO queue, whose messages can only be deleted in flight
     */
    @Override
    public void delete(String consumer, String receiptHandle) {
        ReceiptHandle handle = handle(receiptHandle);
        messages.update((backlog, now) -> {
            Optional<QueuedMessage> message = find(backlog, handle);
            if (attributes.isFifo()
                    && backlog.find(handle.messageId()).isPresent()
                    && !message.filter(backlog::isInFlight).isPresent()) {
                throw SqsErrors.receiptHandleHasExpired(receiptHandle);
            }
            message.ifPresent(found -> {
                backlog.remove(found);
                journal.deleted(found, consumer);
            });
            return message;
        });
    }

    /** Hides a received message for another time from now on; zero makes it visible at once. */
    void changeVisibility(String consumer, String receiptHandle, Duration timeout) {
        ReceiptHandle handle = handle(receiptHandle);
        messages.update((backlog, now) -> {
            QueuedMessage message = find(backlog, handle)
                    .orElseThrow(() -> SqsErrors.invalidParameter(
                            "ReceiptHandle",
                            receiptHandle,
                            "Message does not exist or is not available for visibility timeout change."));
            if (!backlog.isInFlight(message)) {
                throw SqsErrors.messageNotInFlight();
            }
            if (now.plus(timeout).isAfter(message.receivedAt().plus(MAX_TIME_IN_FLIGHT))) {
                throw SqsErrors.invalidParameter(
                        "VisibilityTimeout",
                        timeout.toSeconds(),
                        "Total VisibilityTimeout for the message is beyond the limit [%d seconds]"
                                .formatted(MAX_TIME_IN_FLIGHT.toSeconds()));
            }
            if (timeout.isZero()) {
                backlog.show(message, now);
                journal.returned(message, consumer);
            } else {
                backlog.hide(message, now.plus(timeout));
            }
            return message;
        });
    }

    /** Deletes all messages. */
    void purge() {
        messages.update((backlog, now) -> {
            if (lastPurge.filter(time -> time.plus(PURGE_INTERVAL).isAfter(now)).isPresent()) {
                throw SqsErrors.purgeInProgress(name);
            }
            lastPurge = Optional.of(now);
            backlog.removeAll().forEach(journal::purged);
            return lastPurge;
        });
    }

    /**
     * Takes out the message that would be received next and hands it to the queue it should go to, as a new message:
     * with a new id and time, never received.
     *
     * @param destination empty if there is none; then the message stays
     * @return empty if the message stayed, or there was none
     */
    Optional<Queue> moveOne(Function<QueuedMessage, Optional<Queue>> destination) {
        record Move(QueuedMessage message, Queue to) {}
        Optional<Move> move = messages.update((backlog, now) -> backlog.next("")
                .flatMap(message -> destination.apply(message).map(queue -> {
                    backlog.remove(message);
                    journal.redriven(message, queue.arn());
                    return new Move(message, queue);
                })));
        move.ifPresent(moving -> moving.to.takeOver(
                moving.message.message().eventId(),
                moving.message.message().senderId(),
                moving.message.message().content().withoutDelay().deduplicatedAnew()));
        return move.map(Move::to);
    }

    @Override
    public Subscription whenVisible(Runnable listener) {
        return messages.whenVisible(listener);
    }

    /** Ends the queue: its messages are gone, and nobody waits for more. */
    void close() {
        messages.close();
    }

    private ReceiptHandle handle(String text) {
        return ReceiptHandle.parse(text)
                .filter(handle -> handle.queueId().equals(id))
                .orElseThrow(() -> SqsErrors.receiptHandleIsInvalid(text));
    }

    private static Optional<QueuedMessage> find(Backlog backlog, ReceiptHandle handle) {
        return backlog.find(handle.messageId()).filter(message -> message.receiveCount() == handle.receiveCount());
    }
}
