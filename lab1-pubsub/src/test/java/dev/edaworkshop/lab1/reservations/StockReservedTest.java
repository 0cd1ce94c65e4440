package dev.edaworkshop.lab1.reservations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.edaworkshop.lab1.ProductEvent;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StockReservedTest {

    private static final Instant NOW = Instant.parse("2026-11-20T09:15:00Z");

    @Test
    void says_what_was_reserved_where_and_because_of_which_payment() {
        ProductEvent event = StockReserved.after(payment("e-1"), 2, "north", NOW);

        assertThat(event.eventName()).isEqualTo("stock_reserved");
        assertThat(event.productId()).isEqualTo("p-0001");
        assertThat(event.source()).isEqualTo("till");
        assertThat(event.occurredAt()).isEqualTo(NOW);
        assertThat(event.facts())
                .containsEntry("quantity", 2)
                .containsEntry("warehouse", "north")
                .containsEntry("payment_event_id", "e-1");
    }

    @Test
    void is_the_same_event_when_it_is_said_again_and_another_one_after_another_payment() {
        String first = StockReserved.after(payment("e-1"), 2, "north", NOW).eventId();
        String again = StockReserved.after(payment("e-1"), 2, "north", NOW.plusSeconds(60))
                .eventId();
        String other = StockReserved.after(payment("e-2"), 2, "north", NOW).eventId();

        assertThat(again).isEqualTo(first);
        assertThat(other).isNotEqualTo(first);
    }

    private static ProductEvent payment(String eventId) {
        return ProductEvent.parse("""
                {"event_id": "%s", "event_name": "payment_taken", "source": "till",
                 "occurred_at": "2026-11-20T09:14:00Z", "product_id": "p-0001", "quantity": 2}""".formatted(eventId));
    }
}
