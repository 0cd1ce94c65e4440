package dev.edaworkshop.lab1.reservations;

import dev.edaworkshop.lab1.ProductEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** What Inventory says when it has reserved what somebody paid for. */
final class StockReserved {

    private static final String NAME = "stock_reserved";

    /**
     * The event that follows from a payment. Its id follows from the payment's, too: said again, after a crash, it is the
     * same event, and who hears it twice can tell.
     */
    static ProductEvent after(ProductEvent payment, int quantity, String warehouse, Instant now) {
        byte[] seed = (NAME + " because of " + payment.eventId()).getBytes(StandardCharsets.UTF_8);
        return new ProductEvent(
                UUID.nameUUIDFromBytes(seed).toString(),
                NAME,
                payment.source(),
                now,
                payment.productId(),
                Map.of("quantity", quantity, "warehouse", warehouse, "payment_event_id", payment.eventId()));
    }

    private StockReserved() {}
}
