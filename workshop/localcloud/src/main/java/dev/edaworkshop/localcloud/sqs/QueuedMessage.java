package dev.edaworkshop.localcloud.sqs;

import dev.edaworkshop.localcloud.delivery.MessageSource;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A message's stay in one queue. Mutable; the queue's lock guards it. */
final class QueuedMessage {
    private final Message message;
    private final Optional<String> deadLetterSourceArn;
    private final Instant agesFrom;
    private int receiveCount;
    private Optional<Instant> firstReceivedAt;
    private Instant receivedAt;
    private String consumer = "";

    /** A message that arrives for the first time. */
    QueuedMessage(Message message) {
        this(message, Optional.empty(), message.sentAt(), 0, Optional.empty());
    }

    private QueuedMessage(
            Message message,
            Optional<String> deadLetterSourceArn,
            Instant agesFrom,
            int receiveCount,
            Optional<Instant> firstReceivedAt) {
        this.message = message;
        this.deadLetterSourceArn = deadLetterSourceArn;
        this.agesFrom = agesFrom;
        this.receiveCount = receiveCount;
        this.firstReceivedAt = firstReceivedAt;
        receivedAt = message.sentAt();
    }

    /** The same message in the dead-letter queue of a queue: SQS keeps its id and time and goes on counting receives. */
    QueuedMessage deadLetteredFrom(String queueArn) {
        return new QueuedMessage(message, Optional.of(queueArn), agesFrom, receiveCount, firstReceivedAt);
    }

    /** As {@link #deadLetteredFrom}, for FIFO queues: the retention period begins anew, nothing is a repetition of it. */
    QueuedMessage deadLetteredInOrderFrom(String queueArn, Instant now) {
        Message moved = new Message(
                message.id(),
                message.eventId(),
                message.content().deduplicatedBy(message.id()),
                message.md5OfBody(),
                message.senderId(),
                message.sentAt(),
                message.sequenceNumber());
        return new QueuedMessage(moved, Optional.of(queueArn), now, receiveCount, firstReceivedAt);
    }

    Message message() {
        return message;
    }

    /** When the retention period began. */
    Instant agesFrom() {
        return agesFrom;
    }

    int receiveCount() {
        return receiveCount;
    }

    /** Who received it last; empty if nobody did. */
    String consumer() {
        return consumer;
    }

    /** When it was received last. */
    Instant receivedAt() {
        return receivedAt;
    }

    /** The queue it was moved from because it was received too often there. */
    Optional<String> deadLetterSourceArn() {
        return deadLetterSourceArn;
    }

    /** SQS counts a receive even if the consumer never answers, so it counts before the message is handed out. */
    void receive(String by, Instant now) {
        receiveCount++;
        consumer = by;
        receivedAt = now;
        if (firstReceivedAt.isEmpty()) {
            firstReceivedAt = Optional.of(now);
        }
    }

    MessageSource.Received handedOut(String queueId) {
        MessageContent content = message.content();
        return new MessageSource.Received(
                message.id(),
                new ReceiptHandle(queueId, message.id(), receiveCount).text(),
                content.body(),
                message.md5OfBody(),
                systemAttributes(),
                content.attributes(),
                content.attributes().isEmpty()
                        ? Optional.empty()
                        : Optional.of(MessageDigests.ofAttributes(content.attributes())),
                message.eventId());
    }

    private Map<String, String> systemAttributes() {
        Map<String, String> attributes = new HashMap<>(message.content().systemAttributes());
        attributes.put("SenderId", message.senderId());
        attributes.put("SentTimestamp", String.valueOf(message.sentAt().toEpochMilli()));
        attributes.put("ApproximateReceiveCount", String.valueOf(receiveCount));
        firstReceivedAt.ifPresent(
                time -> attributes.put("ApproximateFirstReceiveTimestamp", String.valueOf(time.toEpochMilli())));
        message.sequenceNumber().ifPresent(number -> attributes.put("SequenceNumber", number));
        deadLetterSourceArn.ifPresent(arn -> attributes.put("DeadLetterQueueSourceArn", arn));
        return attributes;
    }
}
