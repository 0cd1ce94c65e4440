package dev.edaworkshop.lab4.screen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.edaworkshop.lab4.given.Envelope;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PierScreenHandlerTest {

    @Test
    void shows_what_is_being_packed() {
        List<String> shown = new ArrayList<>();

        var nothing = new PierScreenHandler(shown::add).handle(Envelope.parse("""
                {"data": {"order_id": "o-1", "sku": "TOY-0001"},
                 "metadata": {"event_id": "e-1", "event_name": "stock_reserved", "source": "shop.inventory", "version": 1,
                  "correlation_id": "c-1", "created_at": "2026-11-20T09:15:00Z"}}"""));

        assertThat(shown).containsExactly("Now packing order o-1: TOY-0001");
        assertThat(nothing).isEmpty();
    }
}
