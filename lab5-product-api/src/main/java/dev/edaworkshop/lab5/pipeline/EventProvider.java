package dev.edaworkshop.lab5.pipeline;

import dev.edaworkshop.lab5.event.DomainEvent;
import java.util.List;

/** A way to get events out of the catalogue: a bus, a topic, or whatever comes after them. */
public interface EventProvider {

    /**
     * Sends events, in their order.
     *
     * @return names each event that was not accepted; what it does not name was
     */
    PublishReceipt publish(List<DomainEvent> events);
}
