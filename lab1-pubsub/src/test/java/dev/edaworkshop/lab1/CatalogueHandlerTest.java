package dev.edaworkshop.lab1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueHandlerTest {

    // The handlers do not look at it.
    private static final Context NO_CONTEXT = null;

    private final List<ProductEvent> published = new ArrayList<>();
    private final CatalogueHandler handler =
            new CatalogueHandler(new Catalogue(published::add, InstantSource.system()));

    @Test
    void carries_out_a_command_and_answers_with_the_ids_of_the_events() {
        Map<String, Object> answer = handler.handleRequest(json("""
                        {"command": "delete", "source": "back-office", "product": {"product_id": "p-0001",
                         "sku": "TOY-0001", "name": "Wooden boat", "category": "toys", "price": 24.90, "region": "eu"}}"""), NO_CONTEXT);

        assertThat(published).isNotEmpty();
        assertThat(answer)
                .containsEntry(
                        "published",
                        published.stream()
                                .map(event -> Map.of("event_id", event.eventId(), "event_name", event.eventName()))
                                .toList());
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`{'command': 'burn', 'source': 'x'}`, burn",
                "`{'command': 'create', 'product': {}}`, product_id is missing",
                "`{'command': 'create', 'source': 'x', 'product': {'product_id': 'p-1', 'sku': 'S', 'name': 'N', 'category': 'c', 'region': 'eu', 'price': -3}}`, `Product p-1: price must not be negative, was -3`"
            })
    void refuses_a_command_it_cannot_carry_out_and_says_why(String command, String reason) {
        assertThatThrownBy(() -> handler.handleRequest(json(command.replace('\'', '"')), NO_CONTEXT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
        assertThat(published).isEmpty();
    }

    private static Map<String, Object> json(String text) {
        try {
            return Json.MAPPER.readValue(text, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
