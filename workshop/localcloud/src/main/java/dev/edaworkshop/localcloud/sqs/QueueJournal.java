package dev.edaworkshop.localcloud.sqs;

import dev.edaworkshop.localcloud.delivery.Delivery;
import dev.edaworkshop.localcloud.journal.Hop;
import dev.edaworkshop.localcloud.journal.Journal;
import java.time.Duration;

/** Writes what happens to the messages of one queue. */
final class QueueJournal {
    private final Journal journal;
    private final String queueArn;

    QueueJournal(Journal journal, String queueArn) {
        this.journal = journal;
        this.queueArn = queueArn;
    }

    void published(String publisher, String eventId, MessageContent content) {
        journal.hop(Hop.Kind.PUBLISHED)
                .from(publisher)
                .to(queueArn)
                .event(eventId)
                .carrying(content.body())
                .withAttributes(Delivery.Attribute.json(content.attributes()))
                .record();
    }

    void deduplicated(String eventId, String deduplicationId) {
        journal.hop(Hop.Kind.DEDUPLICATED)
                .to(queueArn)
                .event(eventId)
                .because("A message with the deduplication id %s was sent within the last %d minutes."
                        .formatted(deduplicationId, Deduplication.INTERVAL.toMinutes()))
                .record();
    }

    void received(QueuedMessage message) {
        hop(Hop.Kind.RECEIVED, message)
                .from(queueArn)
                .to(message.consumer())
                .carrying(body(message))
                .record();
    }

    void deleted(QueuedMessage message, String consumer) {
        hop(Hop.Kind.DELETED, message).from(consumer).to(queueArn).record();
    }

    void purged(QueuedMessage message) {
        hop(Hop.Kind.DELETED, message)
                .to(queueArn)
                .because("The queue was purged.")
                .record();
    }

    void timedOut(QueuedMessage message) {
        hop(Hop.Kind.VISIBLE_AGAIN, message)
                .from(message.consumer())
                .to(queueArn)
                .because("It was not deleted before its visibility timeout ran out.")
                .record();
    }

    void returned(QueuedMessage message, String consumer) {
        hop(Hop.Kind.VISIBLE_AGAIN, message)
                .from(consumer)
                .to(queueArn)
                .because("The consumer set its visibility timeout to 0.")
                .record();
    }

    void expired(QueuedMessage message, Duration retentionPeriod) {
        hop(Hop.Kind.LOST, message)
                .from(queueArn)
                .because("It was older than the queue's message retention period of %d seconds."
                        .formatted(retentionPeriod.toSeconds()))
                .record();
    }

    void deadLettered(QueuedMessage message, Redrive redrive) {
        hop(Hop.Kind.DEAD_LETTERED, message)
                .from(queueArn)
                .to(redrive.deadLetterQueue().arn())
                .because("received %d times, maxReceiveCount is %d"
                        .formatted(message.receiveCount(), redrive.maxReceiveCount()))
                .carrying(body(message))
                .record();
    }

    void redriven(QueuedMessage message, String destinationArn) {
        hop(Hop.Kind.REDRIVEN, message)
                .from(queueArn)
                .to(destinationArn)
                .because("A message move task took it from the dead-letter queue back to work.")
                .carrying(body(message))
                .record();
    }

    private Journal.Entry hop(Hop.Kind kind, QueuedMessage message) {
        return journal.hop(kind).event(message.message().eventId()).attempt(message.receiveCount());
    }

    private static String body(QueuedMessage message) {
        return message.message().content().body();
    }
}
