package dev.edaworkshop.lab5.given;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.edaworkshop.lab5.event.DomainEvent;

/** Writes to the customers: hears of new prices. */
public final class NotificationsHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {

    private final SeenEvents seen = new SeenEvents();

    @Override
    public SQSBatchResponse handleRequest(SQSEvent batch, Context context) {
        return new EventBatch(batch).handle(this::handle);
    }

    private void handle(DomainEvent event) {
        if (seen.isNew(event.metadata().eventId())) {
            System.out.printf(
                    "Notifications heard %s about %s (event %s from %s)%n",
                    event.metadata().eventName(),
                    event.productId(),
                    event.metadata().eventId(),
                    event.metadata().source());
        }
    }
}
