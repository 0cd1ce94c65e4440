package dev.edaworkshop.lab2.terminals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.edaworkshop.lab2.given.ProductEvent;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PlaygroundTest {

    private static final Instant NOW = Instant.parse("2026-11-20T09:15:00Z");

    private final List<ProductEvent> published = new ArrayList<>();
    private final Playground playground = new Playground(
            published::add, InstantSource.fixed(NOW), new Random(2), new PrintStream(OutputStream.nullOutputStream()));

    @Test
    void announces_products_of_every_kind_and_some_without_a_price() {
        playground.publish(200);

        assertThat(published).hasSize(200).allSatisfy(event -> {
            assertThat(event.eventName()).isEqualTo("product_created");
            assertThat(event.occurredAt()).isEqualTo(NOW);
            assertThat(event.facts()).containsKeys("category", "sku", "name", "region");
        });
        assertThat(published).extracting(event -> event.facts().get("category")).contains("toys", "games", "rope");
        assertThat(published)
                .extracting(event -> event.facts().containsKey("price"))
                .contains(true, false);
    }

    @Test
    void gives_every_event_an_id_of_its_own() {
        playground.publish(20);

        assertThat(published).extracting(ProductEvent::eventId).doesNotHaveDuplicates();
    }
}
