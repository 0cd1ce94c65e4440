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

    // begin exercise 5.6 batches
    /**
     * Fills one request after the other. A request is full when it has as many events as it may, or as many bytes:
     * whichever comes first.
     *
     * @param size of an event, in bytes as the service counts them
     */
    static EventBatches of(List<DomainEvent> events, int maxEvents, int maxBytes, ToIntFunction<DomainEvent> size) {
        List<List<DomainEvent>> batches = new ArrayList<>();
        List<DomainEvent> oversize = new ArrayList<>();
        List<DomainEvent> current = new ArrayList<>();
        int bytes = 0;
        for (DomainEvent event : events) {
            int eventBytes = size.applyAsInt(event);
            if (eventBytes > maxBytes) {
                oversize.add(event);
                continue;
            }
            if (current.size() == maxEvents || bytes + eventBytes > maxBytes) {
                batches.add(current);
                current = new ArrayList<>();
                bytes = 0;
            }
            current.add(event);
            bytes += eventBytes;
        }
        if (!current.isEmpty()) {
            batches.add(current);
        }
        return new EventBatches(batches, oversize);
    }
    // end exercise 5.6 batches

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
