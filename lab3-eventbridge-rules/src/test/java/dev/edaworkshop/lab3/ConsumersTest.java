package dev.edaworkshop.lab3;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConsumersTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-28T09:15:00Z"));

    private final List<String> log = new ArrayList<>();
    private final List<ShopEvent> published = new ArrayList<>();

    @Test
    void inventory_and_the_clean_up_note_what_they_do() {
        new Inventory(log::add).makeRoom(event("product_created", Map.of("sku", "TOY-0001")));
        new CleanUp(log::add).clearAway(event("product_deleted", Map.of("sku", "TOY-0002")));

        assertThat(log).containsExactly("Inventory makes room for TOY-0001", "Clean-up clears away TOY-0002");
    }

    @Test
    void a_standing_order_leads_to_a_reservation_a_deposit_and_a_receipt() {
        new Reservations(published::add, CLOCK)
                .handle(event("product_created", Map.of("product_id", "p-1", "sku", "CHA-0001", "category", "charts")));
        new Payments(published::add, CLOCK).handle(published.get(0));
        new Receipts(published::add, CLOCK).handle(published.get(1));

        assertThat(published)
                .extracting(ShopEvent::name)
                .containsExactly("stock_reserved", "payment_taken", "receipt_sent");
        assertThat(published).allSatisfy(event -> assertThat(event.data())
                .containsEntry("order_id", "so-7")
                .containsEntry("product_id", "p-1"));
    }

    @Test
    void nothing_is_reserved_where_nobody_waits() {
        new Reservations(published::add, CLOCK)
                .handle(event("product_created", Map.of("product_id", "p-1", "sku", "TOY-0001", "category", "toys")));

        assertThat(published).isEmpty();
    }

    @Test
    void tags_are_printed_for_new_products_and_new_prices_and_for_nothing_else() {
        PriceTags tags = new PriceTags(log::add);

        tags.handle(event("product_created", Map.of("sku", "TOY-0001", "price", new BigDecimal("24.90"))));
        tags.handle(event("product_price_changed", Map.of("sku", "TOY-0001", "new_price", new BigDecimal("19.90"))));
        tags.handle(event("product_deleted", Map.of("sku", "TOY-0001")));

        assertThat(log).containsExactly("Price tag: TOY-0001 24.90 EUR", "Price tag: TOY-0001 19.90 EUR");
    }

    private static ShopEvent event(String name, Map<String, Object> data) {
        return new ShopEvent(name, 1, data, Metadata.first(name, "shop.catalogue", 1, CLOCK.instant()));
    }
}
