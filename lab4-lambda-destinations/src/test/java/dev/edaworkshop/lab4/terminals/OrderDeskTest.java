package dev.edaworkshop.lab4.terminals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.edaworkshop.lab4.given.Envelope;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderDeskTest {

    @Test
    void says_what_inventory_would_say_and_prints_the_correlation_id() {
        List<Envelope> published = new ArrayList<>();
        var printed = new ByteArrayOutputStream();

        new OrderDesk(
                        published::add,
                        InstantSource.fixed(Instant.parse("2026-11-20T09:15:00Z")),
                        new PrintStream(printed, true, StandardCharsets.UTF_8))
                .reserve("o-1", "card-7");

        assertThat(published).singleElement().satisfies(event -> {
            assertThat(event.metadata().eventName()).isEqualTo("stock_reserved");
            assertThat(event.metadata().source()).isEqualTo("shop.inventory");
            assertThat(event.amount("amount")).isEqualTo(new BigDecimal("24.90"));
            assertThat(printed.toString(StandardCharsets.UTF_8))
                    .contains("o-1", "card-7", event.metadata().correlationId());
        });
    }
}
