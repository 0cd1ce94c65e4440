package dev.edaworkshop.lab3;

import java.util.List;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResultEntry;

/** Says on a bus what happened in one part of the shop. */
public final class EventBridgePublisher implements EventPublisher {

    private final EventBridgeClient events;
    private final String bus;
    private final String source;

    /**
     * @param bus name of the bus; to a bus that does not exist, AWS takes every event, and it is gone
     * @param source who speaks, such as {@code shop.catalogue}
     */
    public EventBridgePublisher(EventBridgeClient events, String bus, String source) {
        this.events = events;
        this.bus = bus;
        this.source = source;
    }

    /** Finds the bus in the variable {@code BUS_NAME}. */
    static EventBridgePublisher fromEnvironment(String source) {
        return new EventBridgePublisher(
                EventBridgeClient.builder()
                        .httpClientBuilder(UrlConnectionHttpClient.builder())
                        .build(),
                System.getenv().getOrDefault("BUS_NAME", ""),
                source);
    }

    /** @throws EventRefusedException if EventBridge did not take it */
    @Override
    public void publish(ShopEvent event) {
        List<PutEventsResultEntry> results =
                events.putEvents(request -> request.entries(entry(event))).entries();
        // The call succeeds even if an entry in it did not: the answer has to be read.
        for (PutEventsResultEntry result : results) {
            if (result.errorCode() != null) {
                throw new EventRefusedException(event, result.errorCode(), result.errorMessage());
            }
        }
    }

    private PutEventsRequestEntry entry(ShopEvent event) {
        return PutEventsRequestEntry.builder()
                .eventBusName(bus)
                .source(source)
                .detailType(event.name())
                .detail(event.detail())
                .build();
    }
}
