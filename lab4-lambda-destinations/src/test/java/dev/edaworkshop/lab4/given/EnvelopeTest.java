package dev.edaworkshop.lab4.given;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvelopeTest {

    private static final String STOCK_RESERVED = """
            {"data": {"order_id": "o-1", "amount": 24.90},
             "metadata": {"event_id": "e-1", "event_name": "stock_reserved", "source": "shop.inventory", "version": 1,
              "correlation_id": "c-1", "created_at": "2026-11-20T09:15:00Z", "colour": "blue"}}""";
    private static final Instant LATER = Instant.parse("2026-11-20T09:16:00Z");

    @Test
    void reads_what_it_wrote_and_keeps_amounts_as_they_were_written() {
        Envelope event = Envelope.parse(STOCK_RESERVED);

        assertThat(Envelope.parse(event.toJson())).isEqualTo(event);
        assertThat(event.amount("amount")).isEqualTo(new BigDecimal("24.90"));
        assertThat(event.toJson()).contains("\"amount\":24.90");
    }

    @Test
    void what_follows_belongs_to_the_same_conversation() {
        Envelope next = Envelope.parse(STOCK_RESERVED)
                .followedBy("payment_taken", "shop.payments", Map.of("order_id", "o-1"), LATER);

        assertThat(next.metadata().correlationId()).isEqualTo("c-1");
        assertThat(next.metadata().eventName()).isEqualTo("payment_taken");
        assertThat(next.metadata().createdAt()).isEqualTo(LATER);
        assertThat(next.metadata().eventId()).isNotEqualTo("e-1");
    }

    @Test
    void what_is_said_again_has_the_same_id() {
        Envelope event = Envelope.parse(STOCK_RESERVED);

        Envelope first = event.followedBy("payment_taken", "shop.payments", Map.of(), LATER);
        Envelope again = event.followedBy("payment_taken", "shop.payments", Map.of(), LATER.plusSeconds(60));
        Envelope other = event.followedBy("payment_declined", "shop.payments", Map.of(), LATER);

        assertThat(again.metadata().eventId()).isEqualTo(first.metadata().eventId());
        assertThat(other.metadata().eventId()).isNotEqualTo(first.metadata().eventId());
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "not JSON, not an event of the shop",
                "`{}`, data is missing",
                "`{'data': {}}`, metadata is missing",
                "`{'data': {}, 'metadata': {'event_id': 'e-1'}}`, metadata.event_name is missing",
                "`{'requestContext': {}, 'requestPayload': {}}`, data is missing"
            })
    void says_why_a_text_is_not_an_event(String text, String reason) {
        assertThatThrownBy(() -> Envelope.parse(text.replace('\'', '"')))
                .isInstanceOf(InvalidEventException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void names_the_fact_that_an_event_does_not_say() {
        Envelope event = Envelope.parse(STOCK_RESERVED);

        assertThatThrownBy(() -> event.text("card")).hasMessageContaining("data.card is missing");
        assertThatThrownBy(() -> event.amount("order_id")).hasMessageContaining("data.order_id is not a number");
    }
}
