package dev.edaworkshop.localcloud.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A queue as an event source mapping sees it. */
public interface MessageSource {
    String arn();

    /** How long a received message stays hidden. */
    Duration visibilityTimeout();

    /**
     * Takes up to {@code max} visible messages and hides them; counts the receive, and moves a message that was received
     * too often to the dead-letter queue instead of handing it out, as the queue's redrive policy says.
     *
     * @param consumer ARN of who receives, for the journal
     * @return empty if nothing is visible; does not wait
     */
    List<Received> receive(String consumer, int max);

    /** Deletes a received message, as a rule even if its visibility timeout ran out; of a FIFO queue only before. */
    void delete(String consumer, String receiptHandle);

    /**
     * Calls the listener whenever there may be something to receive: on arrival, when a delay or visibility timeout
     * ends. The call happens before the message's sender or the clock goes on, so that the cloud never looks idle in
     * between; the listener must be quick and must not throw.
     */
    Subscription whenVisible(Runnable listener);

    /** Ends a {@link #whenVisible}. */
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * A message as handed out.
     *
     * @param systemAttributes by SQS's names: {@code ApproximateReceiveCount}, {@code SentTimestamp}, {@code SenderId},
     *     {@code ApproximateFirstReceiveTimestamp}, …
     * @param md5OfAttributes empty without attributes
     * @param eventId the id that the event keeps on all its hops
     */
    record Received(
            String messageId,
            String receiptHandle,
            String body,
            String md5OfBody,
            Map<String, String> systemAttributes,
            Map<String, Delivery.Attribute> attributes,
            Optional<String> md5OfAttributes,
            String eventId) {
        public Received {
            systemAttributes = Map.copyOf(systemAttributes);
            attributes = Map.copyOf(attributes);
        }

        /** 1 for the first time. */
        public int receiveCount() {
            return Integer.parseInt(systemAttributes.getOrDefault("ApproximateReceiveCount", "1"));
        }
    }
}
