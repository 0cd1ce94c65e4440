package dev.edaworkshop.lab5.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DomainEventTest {

    private static final String PRICE_CHANGED = """
        {"data":{"new_price":19.90,"old_price":24.90,"product_id":"p-0001","sku":"TOY-0001"},\
        "metadata":{"event_id":"e-1","event_name":"product_price_changed","source":"shop.catalogue","version":1,\
        "correlation_id":"c-17","created_at":"2026-11-28T09:15:00Z"}}\
        """;

    @Test
    void writes_the_envelope_that_the_whole_shop_reads() {
        assertThat(DomainEvent.parse(PRICE_CHANGED).toJson()).isEqualTo(PRICE_CHANGED);
    }

    @Test
    void keeps_prices_to_the_cent() {
        assertThat(DomainEvent.parse(PRICE_CHANGED).data()).containsEntry("new_price", new BigDecimal("19.90"));
    }

    @Test
    void reads_an_envelope_to_which_somebody_has_added_metadata() {
        String newer = PRICE_CHANGED.replace("\"version\"", "\"trace_id\":\"t-1\",\"version\"");

        assertThat(DomainEvent.parse(newer)).isEqualTo(DomainEvent.parse(PRICE_CHANGED));
    }

    @Test
    void knows_the_product_it_is_about() {
        assertThat(DomainEvent.parse(PRICE_CHANGED).productId()).isEqualTo("p-0001");
    }

    @ParameterizedTest(name = "without {0}: {1}")
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`\"event_id\":\"e-1\",`, event_id is missing",
                "`\"event_name\":\"product_price_changed\",`, Event e-1: event_name is missing",
                "`\"source\":\"shop.catalogue\",`, Event e-1: source is missing",
                "`\"version\":1,`, `Event e-1: version must be 1 or more, was 0`",
                "`\"correlation_id\":\"c-17\",`, Event e-1: correlation_id is missing",
                "`,\"created_at\":\"2026-11-28T09:15:00Z\"`, Event e-1: created_at is missing",
            })
    void says_what_an_envelope_lacks(String part, String reason) {
        String incomplete = PRICE_CHANGED.replace(part, "");

        assertThatThrownBy(() -> DomainEvent.parse(incomplete))
                .isInstanceOf(InvalidEventException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void says_so_if_a_text_is_no_event_at_all() {
        assertThatThrownBy(() -> DomainEvent.parse("{}")).hasMessageContaining("metadata is missing");
        assertThatThrownBy(() -> DomainEvent.parse("not JSON"))
                .hasMessageContaining("not an event of the shop")
                .hasMessageContaining("not JSON");
    }
}
