package dev.edaworkshop.lab5.bulk;

import java.util.Optional;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Chunks that wait for a worker. One that a worker has in hand comes back if nothing is heard of it for a minute. */
public final class ImportQueue {

    private static final int IN_HAND_SECONDS = 60;
    private static final int AGAIN_SECONDS = 2;
    private static final int WAIT_SECONDS = 1;

    private final SqsClient sqs;
    private final String url;

    public ImportQueue(SqsClient sqs, String url) {
        this.sqs = sqs;
        this.url = url;
    }

    public void send(Chunk chunk) {
        sqs.sendMessage(request -> request.queueUrl(url).messageBody(chunk.toJson()));
    }

    /** Whether chunks wait, or are in somebody's hands. SQS says so approximately: look more than once. */
    public boolean isEmpty() {
        return sqs
                .getQueueAttributes(request -> request.queueUrl(url)
                        .attributeNames(
                                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
                .attributes()
                .values()
                .stream()
                .allMatch("0"::equals);
    }

    /**
     * A message in a worker's hands.
     *
     * @param message a chunk, as JSON
     * @param receives how often it has been, this time included
     */
    record Received(String message, String receiptHandle, int receives) {}

    Optional<Received> receive() {
        return sqs
                .receiveMessage(request -> request.queueUrl(url)
                        .maxNumberOfMessages(1)
                        .visibilityTimeout(IN_HAND_SECONDS)
                        .waitTimeSeconds(WAIT_SECONDS)
                        .messageSystemAttributeNames(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT))
                .messages()
                .stream()
                .findFirst()
                .map(ImportQueue::received);
    }

    void delete(Received received) {
        sqs.deleteMessage(request -> request.queueUrl(url).receiptHandle(received.receiptHandle()));
    }

    /** Puts it back; after a few times the queue puts it aside. */
    void putBack(Received received) {
        sqs.changeMessageVisibility(request ->
                request.queueUrl(url).receiptHandle(received.receiptHandle()).visibilityTimeout(AGAIN_SECONDS));
    }

    private static Received received(Message message) {
        return new Received(
                message.body(),
                message.receiptHandle(),
                Integer.parseInt(message.attributes().get(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT)));
    }
}
