package dev.edaworkshop.localcloud.sqs;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Stands for one receive of one message; each receive has another.
 *
 * @param queueId differs between queues, also between one that was deleted and the next of its name
 * @param receiveCount of the message when it was handed out
 */
record ReceiptHandle(String queueId, String messageId, int receiveCount) {

    /** Reads a handle that {@link #text} wrote; empty for anything else. */
    static Optional<ReceiptHandle> parse(String text) {
        try {
            String[] parts = new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8).split(" ", -1);
            return parts.length == 3
                    ? Optional.of(new ReceiptHandle(parts[0], parts[1], Integer.parseInt(parts[2])))
                    : Optional.empty();
        } catch (IllegalArgumentException e) { // not base64, or no number
            return Optional.empty();
        }
    }

    String text() {
        String plain = queueId + " " + messageId + " " + receiveCount;
        return Base64.getEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }
}
