package dev.edaworkshop.localcloud.sqs;

import dev.edaworkshop.localcloud.delivery.Delivery;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A message as it lies in a queue, looked at without receiving it.
 *
 * @param eventId the id that the event keeps on all its hops
 * @param receiveCount how often it has been received so far; goes on counting in a dead-letter queue
 * @param deadLetterSourceArn the queue it came from because it was received too often there
 */
public record PeekedMessage(
        String messageId,
        String eventId,
        String body,
        Map<String, Delivery.Attribute> attributes,
        int receiveCount,
        Instant sentAt,
        Optional<String> deadLetterSourceArn) {
    public PeekedMessage {
        attributes = Map.copyOf(attributes);
    }

    static PeekedMessage of(QueuedMessage queued) {
        Message message = queued.message();
        return new PeekedMessage(
                message.id(),
                message.eventId(),
                message.content().body(),
                message.content().attributes(),
                queued.receiveCount(),
                message.sentAt(),
                queued.deadLetterSourceArn());
    }
}
