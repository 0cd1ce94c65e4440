package dev.edaworkshop.lab3;

import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.Map;

/** Takes the deposit for what was put aside. */
final class Payments {

    static final String SOURCE = "shop.payments";

    private static final BigDecimal DEPOSIT = new BigDecimal("5.00");

    private final EventPublisher events;
    private final InstantSource clock;

    Payments(EventPublisher events, InstantSource clock) {
        this.events = events;
        this.clock = clock;
    }

    void handle(ShopEvent reserved) {
        Map<String, Object> data = Map.of(
                "order_id", reserved.text("order_id"),
                "customer", reserved.text("customer"),
                "product_id", reserved.text("product_id"),
                "amount", DEPOSIT,
                "currency", "EUR");
        events.publish(new ShopEvent(
                "payment_taken", 1, data, reserved.metadata().next("payment_taken", SOURCE, 1, clock.instant())));
    }
}
