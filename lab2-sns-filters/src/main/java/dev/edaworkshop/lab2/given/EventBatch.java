package dev.edaworkshop.lab2.given;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.util.Optional;
import java.util.function.Consumer;

/** Up to ten messages that Lambda took from a queue, handled one by one. */
public final class EventBatch {

    private final SQSEvent batch;

    public EventBatch(SQSEvent batch) {
        this.batch = batch;
    }

    /** @return names the messages that are to go back to the queue; Lambda deletes all others */
    public SQSBatchResponse handle(Consumer<ProductEvent> consumer) {
        return new SQSBatchResponse(batch.getRecords().stream()
                .flatMap(message -> handle(message, consumer).stream())
                .toList());
    }

    private static Optional<BatchItemFailure> handle(SQSMessage message, Consumer<ProductEvent> consumer) {
        try {
            consumer.accept(ProductEvent.parse(message.getBody()));
            return Optional.empty();
        } catch (RuntimeException e) {
            // Whatever is wrong with one message must not take the other nine back to the queue with it.
            System.err.printf("Message %s goes back to the queue: %s%n", message.getMessageId(), e.getMessage());
            return Optional.of(new BatchItemFailure(message.getMessageId()));
        }
    }
}
