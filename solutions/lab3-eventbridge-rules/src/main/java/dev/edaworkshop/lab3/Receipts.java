package dev.edaworkshop.lab3;

import java.time.InstantSource;
import java.util.Map;

/** The part of Notifications that sends the customer a receipt; so far it only says that it did. */
final class Receipts {

    static final String SOURCE = "shop.notifications";

    private final EventPublisher events;
    private final InstantSource clock;

    Receipts(EventPublisher events, InstantSource clock) {
        this.events = events;
        this.clock = clock;
    }

    void handle(ShopEvent taken) {
        Map<String, Object> data = Map.of(
                "order_id", taken.text("order_id"),
                "product_id", taken.text("product_id"),
                "sent_to", taken.text("customer"));
        events.publish(new ShopEvent(
                "receipt_sent", 1, data, taken.metadata().next("receipt_sent", SOURCE, 1, clock.instant())));
    }
}
