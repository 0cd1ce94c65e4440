package dev.edaworkshop.lab5.pipeline;

import dev.edaworkshop.lab5.event.DomainEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * Events divided into requests, in their order.
 *
 * @param batches each of them fits into one request
 * @param oversize what does not fit into any
 */
record EventBatches(List<List<DomainEvent>> batches, List<DomainEvent> oversize) {

    /*
     * TODO 5.6  Provider and receipts: full requests.
     *
     * Each event has a request of its own: 23 events, 23 requests, and 23 times the waiting. A request takes 10 events,
     * but only if they are not larger than 1 MiB together; and what alone is larger than that fits into none.
     *
     * Divide the events, in their order, into as few requests as that allows, and put aside what never fits.
     *
     * Check:  ./lab check 5.6
     * Read:   guide/lab5-product-api.md#56-provider-and-receipts
     */
    static EventBatches of(List<DomainEvent> events, int maxEvents, int maxBytes, ToIntFunction<DomainEvent> size) {
        return new EventBatches(events.stream().map(List::of).toList(), List.of());
    }

    /** What is refused before anything is sent. */
    PublishReceipt refusals(int maxBytes) {
        return new PublishReceipt(
                0,
                oversize.stream()
                        .map(event -> new Refusal(
                                event,
                                Refusal.OVERSIZE,
                                "it is larger than the %,d bytes of a request".formatted(maxBytes)))
                        .toList());
    }
}
