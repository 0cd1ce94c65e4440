package dev.edaworkshop.lab2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.edaworkshop.lab2.given.ProductEvent;
import dev.edaworkshop.lab2.given.Samples;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class EventAttributesTest {

    private final ProductEvent event = ProductEvent.parse(Samples.PRODUCT_CREATED);

    @Test
    void show_on_the_outside_what_the_event_says_inside() {
        assertThat(values(event))
                .containsEntry("event_name", "product_created")
                .containsEntry("source", "back-office")
                .containsEntry("sku", "TOY-0001")
                .containsEntry("category", "toys")
                .containsEntry("region", "eu")
                .hasEntrySatisfying(
                        "price", price -> assertThat(Double.valueOf(price)).isEqualTo(24.90));
    }

    @Test
    void leave_out_what_the_event_does_not_say() {
        ProductEvent deleted = new ProductEvent(
                "e-2", "product_deleted", "back-office", event.occurredAt(), "p-0001", Map.of("sku", "TOY-0001"));

        assertThat(values(deleted)).containsOnlyKeys("event_name", "source", "sku");
    }

    @Test
    void are_no_more_than_ten_because_SQS_takes_no_more_from_a_raw_delivery() {
        assertThat(EventAttributes.of(event)).hasSizeLessThanOrEqualTo(10);
    }

    @Test
    void of_texts_have_the_type_String() {
        assertThat(EventAttributes.of(event)).hasEntrySatisfying("category", category -> assertThat(category.dataType())
                .isEqualTo("String"));
    }

    private static Map<String, String> values(ProductEvent event) {
        return EventAttributes.of(event).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, attribute -> attribute.getValue().stringValue()));
    }
}
