package dev.edaworkshop.lab5.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsTest {

    private static final BigDecimal CENT = new BigDecimal("0.01");
    private static final BigDecimal MOST = new BigDecimal("100000");

    @Test
    void remembers_everything_that_is_wrong() {
        Fields fields = Fields.of("{\"sku\": 3, \"prize\": 1}", Set.of("sku", "price"));
        fields.text("sku", "[A-Z]+", "capital letters");
        fields.euros("price", CENT, MOST);

        assertThatThrownBy(fields::requireValid)
                .asInstanceOf(type(InvalidRequestException.class))
                .extracting(InvalidRequestException::errors)
                .isEqualTo(List.of(
                        new FieldError("prize", "is not a field of a product"),
                        new FieldError("sku", "must be capital letters"),
                        new FieldError(
                                "price", "is missing: a number from 0.01 to 100000, with at most two decimals")));
    }

    @ParameterizedTest
    @CsvSource({
        "0.01, true",
        "0.009, false",
        "0, false",
        "100000, true",
        "100000.01, false",
        "24.900, true",
        "24.905, false",
        "1e2, true",
        "1e999999, false",
        "1e-999999, false",
        "-1, false"
    })
    void an_amount_is_in_euros_and_cents(String amount, boolean valid) {
        Fields fields = Fields.of("{\"price\": %s}".formatted(amount), Set.of("price"));
        fields.euros("price", CENT, MOST);

        if (valid) {
            fields.requireValid();
        } else {
            assertThatThrownBy(fields::requireValid).hasMessageContaining("price");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "3", "null", "{", "{} {}", "not JSON"})
    void only_an_object_has_fields(String text) {
        assertThatThrownBy(() -> Fields.of(text, Set.of()))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("body");
    }

    @Test
    void a_good_field_is_returned_as_it_is() {
        Fields fields = Fields.of("{\"sku\": \"TOY-0001\"}", Set.of("sku"));

        assertThat(fields.text("sku", "[A-Z]{3}-[0-9]{4}", "")).isEqualTo("TOY-0001");
        fields.requireValid();
    }
}
