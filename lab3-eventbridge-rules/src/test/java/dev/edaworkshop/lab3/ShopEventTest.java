package dev.edaworkshop.lab3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.edaworkshop.lab3.given.InvalidEventException;
import dev.edaworkshop.lab3.given.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShopEventTest {

    private static final Instant NOW = Instant.parse("2026-11-28T09:15:00Z");

    @Test
    void is_read_as_it_was_written() {
        ShopEvent event = new ShopEvent(
                "product_price_changed",
                1,
                Map.of("sku", "TOY-0001", "new_price", new BigDecimal("19.90")),
                Metadata.first("product_price_changed", "shop.catalogue", 1, NOW));

        ShopEvent read = ShopEvent.received(json("""
                {"id": "7bf7", "detail-type": "product_price_changed", "source": "shop.catalogue", "detail": %s}""".formatted(event.detail())));

        assertThat(read.name()).isEqualTo("product_price_changed");
        assertThat(read.version()).isEqualTo(1);
        assertThat(read.text("sku")).isEqualTo("TOY-0001");
        assertThat(read.amount("new_price")).isEqualByComparingTo("19.90");
    }

    @Test
    void an_event_that_follows_is_another_event() {
        ShopEvent first = new ShopEvent(
                "product_created", 1, Map.of("sku", "TOY-0001"), Metadata.first("product_created", "s", 1, NOW));
        ShopEvent next = new ShopEvent(
                "stock_reserved", 1, Map.of("sku", "TOY-0001"), first.metadata().next("stock_reserved", "s", 1, NOW));

        assertThat(next.detail()).isNotEqualTo(first.detail());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"detail\": {}}", "{\"detail\": {\"data\": {}}}", "{\"detail\": {\"metadata\": {}}}"})
    void says_what_is_missing(String event) {
        assertThatThrownBy(() -> ShopEvent.received(json(event)))
                .isInstanceOf(InvalidEventException.class)
                .hasMessageContaining("its detail has no data or no metadata");
    }

    @Test
    void names_the_fact_that_is_missing_and_the_version_in_which_it_is() {
        ShopEvent event =
                new ShopEvent("product_created", 2, Map.of("price", "24.90"), Metadata.first("n", "s", 2, NOW));

        assertThatThrownBy(() -> event.text("sku")).hasMessage("product_created version 2: sku is missing");
        assertThatThrownBy(() -> event.amount("price"))
                .hasMessage("product_created version 2: price is missing, or no number");
    }

    private static Map<String, Object> json(String text) {
        try {
            return Json.MAPPER.readValue(text, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
