package dev.edaworkshop.localcloud.sqs;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** How messages get into a queue. A FIFO queue numbers them and leaves out repetitions. */
final class Intake {
    /** The first of twenty digits, as long as there are fewer than 2^63 messages. */
    private static final long FIRST_SEQUENCE_NUMBER = Long.parseUnsignedLong("10000000000000000000");

    private final GuardedBacklog messages;
    private final QueueJournal journal;
    private final Supplier<QueueAttributes> attributes;
    private final Deduplication deduplication = new Deduplication();
    private long sequenceNumbers;

    Intake(GuardedBacklog messages, QueueJournal journal, Supplier<QueueAttributes> attributes) {
        this.messages = messages;
        this.journal = journal;
        this.attributes = attributes;
    }

    /** Takes in a message that an API client sends; its id is the event's id. */
    Message send(String sender, String senderId, MessageContent content) {
        String messageId = UUID.randomUUID().toString();
        journal.published(sender, messageId, content);
        return add(messageId, messageId, senderId, content);
    }

    /** Takes in a message that another service hands over, and whose event has an id already. */
    Message takeOver(String eventId, String senderId, MessageContent content) {
        return add(UUID.randomUUID().toString(), eventId, senderId, content);
    }

    /** Takes in a message that was received too often elsewhere. */
    void addDeadLetter(QueuedMessage message, String sourceArn) {
        boolean fifo = attributes.get().isFifo();
        messages.update((backlog, now) -> {
            QueuedMessage dead =
                    fifo ? message.deadLetteredInOrderFrom(sourceArn, now) : message.deadLetteredFrom(sourceArn);
            backlog.add(dead, now, now);
            return backlog;
        });
    }

    private Message add(String messageId, String eventId, String senderId, MessageContent content) {
        String md5 = MessageDigests.ofBody(content.body());
        QueueAttributes settings = attributes.get();
        return messages.update((backlog, now) -> {
            Instant visibleAt = now.plus(content.delay().orElse(settings.delay()));
            if (!settings.isFifo()) {
                Message message = new Message(messageId, eventId, content, md5, senderId, now, Optional.empty());
                backlog.add(new QueuedMessage(message), visibleAt, now);
                return message;
            }
            boolean byGroup = settings.deduplicatesByGroup();
            Optional<Deduplication.Taken> earlier = deduplication.earlier(content, byGroup, now);
            if (earlier.isPresent()) {
                journal.deduplicated(eventId, content.deduplicationId());
            }
            Deduplication.Taken taken =
                    earlier.orElseGet(() -> new Deduplication.Taken(messageId, nextSequenceNumber(), now));
            Message message = new Message(
                    taken.messageId(), eventId, content, md5, senderId, now, Optional.of(taken.sequenceNumber()));
            if (earlier.isEmpty()) {
                deduplication.remember(content, byGroup, taken);
                backlog.add(new QueuedMessage(message), visibleAt, now);
            }
            return message;
        });
    }

    private String nextSequenceNumber() {
        sequenceNumbers++;
        return Long.toUnsignedString(FIRST_SEQUENCE_NUMBER + sequenceNumbers);
    }
}
