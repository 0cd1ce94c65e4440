package dev.edaworkshop.lab1.terminals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.edaworkshop.lab1.ProductEvent;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlaygroundTest {

    private static final Instant NOW = Instant.parse("2026-11-20T09:15:00Z");

    @Test
    void says_that_the_product_was_created_and_prints_the_event_id() {
        List<ProductEvent> published = new ArrayList<>();
        var printed = new ByteArrayOutputStream();

        new Playground(published::add, InstantSource.fixed(NOW), new PrintStream(printed, true, StandardCharsets.UTF_8))
                .publish("Wooden boat");

        assertThat(published).singleElement().satisfies(event -> {
            assertThat(event.eventName()).isEqualTo("product_created");
            assertThat(event.source()).isEqualTo("playground");
            assertThat(event.occurredAt()).isEqualTo(NOW);
            assertThat(event.facts()).containsEntry("name", "Wooden boat").containsEntry("sku", "PLAY-WOODEN-BOAT");
            assertThat(printed.toString(StandardCharsets.UTF_8)).contains("Wooden boat", event.eventId());
        });
    }
}
