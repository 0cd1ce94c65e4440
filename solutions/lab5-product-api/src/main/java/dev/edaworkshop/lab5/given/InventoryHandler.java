package dev.edaworkshop.lab5.given;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.edaworkshop.lab5.event.DomainEvent;

/** Counts what lies in the shed: hears of new products, and of those that are gone. */
public final class InventoryHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {

    private final SeenEvents seen = new SeenEvents();

    @Override
    public SQSBatchResponse handleRequest(SQSEvent batch, Context context) {
        return new EventBatch(batch).handle(this::handle);
    }

    private void handle(DomainEvent event) {
        if (seen.isNew(event.metadata().eventId())) {
            System.out.printf(
                    "Inventory heard %s about %s (event %s from %s)%n",
                    event.metadata().eventName(),
                    event.productId(),
                    event.metadata().eventId(),
                    event.metadata().source());
        }
    }
}
