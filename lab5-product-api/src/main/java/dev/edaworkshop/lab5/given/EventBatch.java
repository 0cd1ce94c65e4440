package dev.edaworkshop.lab5.given;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import dev.edaworkshop.lab5.event.DomainEvent;
import java.util.Optional;
import java.util.function.Consumer;

/** Up to ten messages that Lambda took from a queue behind the bus, handled one by one. */
final class EventBatch {

    private final SQSEvent batch;

    EventBatch(SQSEvent batch) {
        this.batch = batch;
    }

    /** @return names the messages that are to go back to the queue; Lambda deletes all others */
    SQSBatchResponse handle(Consumer<DomainEvent> consumer) {
        return new SQSBatchResponse(batch.getRecords().stream()
                .flatMap(message -> handle(message, consumer).stream())
                .toList());
    }

    private static Optional<BatchItemFailure> handle(SQSMessage message, Consumer<DomainEvent> consumer) {
        try {
            consumer.accept(DomainEvent.parseDelivered(message.getBody()));
            return Optional.empty();
        } catch (RuntimeException e) {
            // Whatever is wrong with one message must not take the other nine back to the queue with it.
            System.err.printf("Message %s goes back to the queue: %s%n", message.getMessageId(), e.getMessage());
            return Optional.of(new BatchItemFailure(message.getMessageId()));
        }
    }
}
