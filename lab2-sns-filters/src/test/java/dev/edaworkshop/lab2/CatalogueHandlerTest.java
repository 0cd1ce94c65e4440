package dev.edaworkshop.lab2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.Context;
import dev.edaworkshop.lab2.given.Catalogue;
import dev.edaworkshop.lab2.given.ProductEvent;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CatalogueHandlerTest {

    // The handler does not look at it.
    private static final Context NO_CONTEXT = null;

    private static final Map<String, Object> BOAT = Map.of(
            "product_id", "p-0001",
            "sku", "TOY-0001",
            "name", "Wooden boat",
            "category", "toys",
            "price", 24.90,
            "region", "eu");

    private final List<ProductEvent> published = new ArrayList<>();
    private final CatalogueHandler handler =
            new CatalogueHandler(new Catalogue(published::add, InstantSource.system()));

    @Test
    void carries_out_a_command_and_answers_with_the_ids_of_the_events() {
        Map<String, Object> answer = handler.handleRequest(
                Map.of("command", "create", "source", "back-office", "product", BOAT), NO_CONTEXT);

        assertThat(published).extracting(ProductEvent::eventName).containsExactly("product_created");
        assertThat(answer)
                .containsEntry(
                        "published",
                        published.stream()
                                .map(event -> Map.of("event_id", event.eventId(), "event_name", event.eventName()))
                                .toList());
    }

    @Test
    void refuses_a_command_it_does_not_know_and_publishes_nothing() {
        Map<String, Object> burn = Map.of("command", "burn", "source", "back-office", "product", BOAT);

        assertThatThrownBy(() -> handler.handleRequest(burn, NO_CONTEXT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("burn");
        assertThat(published).isEmpty();
    }
}
