package dev.edaworkshop.lab3;

import dev.edaworkshop.lab3.given.StandingOrders;
import java.time.InstantSource;
import java.util.Map;

/** The part of Inventory that puts the first piece of something new aside for whoever has a standing order. */
final class Reservations {

    static final String SOURCE = "shop.inventory";

    private final EventPublisher events;
    private final InstantSource clock;

    Reservations(EventPublisher events, InstantSource clock) {
        this.events = events;
        this.clock = clock;
    }

    void handle(ShopEvent created) {
        StandingOrders.forCategory(created.text("category")).ifPresent(order -> {
            Map<String, Object> data = Map.of(
                    "order_id", order.orderId(),
                    "customer", order.customer(),
                    "product_id", created.text("product_id"),
                    "sku", created.text("sku"),
                    "quantity", 1);
            events.publish(new ShopEvent(
                    "stock_reserved", 1, data, created.metadata().next("stock_reserved", SOURCE, 1, clock.instant())));
        });
    }
}
