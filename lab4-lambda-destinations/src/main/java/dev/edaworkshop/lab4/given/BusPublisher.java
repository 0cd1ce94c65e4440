package dev.edaworkshop.lab4.given;

import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResultEntry;

/** Publishes to one event bus. */
public final class BusPublisher implements EventPublisher {

    private final EventBridgeClient events;
    private final String bus;

    public BusPublisher(EventBridgeClient events, String bus) {
        this.events = events;
        this.bus = bus;
    }

    /** For the bus that the variable {@code BUS_NAME} names. */
    public static BusPublisher fromEnvironment() {
        EventBridgeClient client = EventBridgeClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
        return new BusPublisher(client, Variables.require("BUS_NAME"));
    }

    @Override
    public void publish(Envelope event) {
        var entry = PutEventsRequestEntry.builder()
                .eventBusName(bus)
                .source(event.metadata().source())
                .detailType(event.metadata().eventName())
                .detail(event.toJson())
                .build();
        // PutEvents answers 200 even when it refused the event; the entry says so.
        PutEventsResultEntry result =
                events.putEvents(request -> request.entries(entry)).entries().getFirst();
        if (result.errorCode() != null) {
            throw new EventRefusedException(event, result.errorCode(), String.valueOf(result.errorMessage()));
        }
    }
}
