package dev.edaworkshop.lab2.given;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProductEventTest {

    @Test
    void reads_what_it_wrote() {
        ProductEvent event = ProductEvent.parse(Samples.PRODUCT_CREATED);

        assertThat(ProductEvent.parse(event.toJson())).isEqualTo(event);
    }

    @Test
    void keeps_the_facts_next_to_the_ids() {
        ProductEvent event = ProductEvent.parse(Samples.PRODUCT_CREATED);

        assertThat(event.facts())
                .containsEntry("price", new BigDecimal("24.90"))
                .containsEntry("name", "Wooden boat");
        assertThat(event.toJson())
                .contains("\"event_id\":\"e-1\"", "\"price\":24.90")
                .doesNotContain("facts");
    }

    @Test
    void ignores_nothing_it_does_not_know() {
        ProductEvent event = ProductEvent.parse(Samples.PRODUCT_CREATED.replace("}", ", \"weight_grams\": 310}"));

        assertThat(event.facts()).containsEntry("weight_grams", 310);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "not JSON, not an event of the shop",
                "`{\"event_id\": \"e-1\", \"event_name\": \"product_created\"}`, Event e-1: source is missing",
                "`{}`, event_id is missing",
                "`[]`, not an event of the shop"
            })
    void says_why_a_text_is_not_an_event(String text, String reason) {
        assertThatThrownBy(() -> ProductEvent.parse(text))
                .isInstanceOf(InvalidEventException.class)
                .hasMessageContaining(reason)
                .hasMessageContaining(text);
    }
}
