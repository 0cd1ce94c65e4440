package dev.edaworkshop.lab2.given;

import static org.assertj.core.api.Assertions.assertThat;

import dev.edaworkshop.lab2.given.CatalogueCommand.ChangePrice;
import dev.edaworkshop.lab2.given.CatalogueCommand.Create;
import dev.edaworkshop.lab2.given.CatalogueCommand.Delete;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogueTest {

    private static final Instant NOW = Instant.parse("2026-11-20T09:15:00Z");

    private final List<ProductEvent> published = new ArrayList<>();
    private final Catalogue catalogue = new Catalogue(published::add, InstantSource.fixed(NOW));

    @ParameterizedTest
    @MethodSource("commands")
    void says_who_asked_which_product_it_is_about_and_when_it_happened(CatalogueCommand command) {
        catalogue.carryOut(command);

        assertThat(published).isNotEmpty().allSatisfy(event -> {
            assertThat(event.source()).isEqualTo("back-office");
            assertThat(event.productId()).isEqualTo("p-0001");
            assertThat(event.occurredAt()).isEqualTo(NOW);
        });
    }

    @ParameterizedTest
    @MethodSource("commands")
    void gives_every_event_an_id_of_its_own_even_if_a_command_is_repeated(CatalogueCommand command) {
        catalogue.carryOut(command);
        catalogue.carryOut(command);

        assertThat(published).extracting(ProductEvent::eventId).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void answers_with_what_it_published(CatalogueCommand command) {
        List<ProductEvent> answer = catalogue.carryOut(command);

        assertThat(answer).isEqualTo(published);
    }

    @Test
    void says_one_fact_for_each_command() {
        commands().forEach(catalogue::carryOut);

        assertThat(published)
                .extracting(ProductEvent::eventName)
                .containsExactly("product_created", "product_price_changed", "product_deleted");
    }

    static List<CatalogueCommand> commands() {
        return List.of(
                new Create("back-office", Samples.WOODEN_BOAT),
                new ChangePrice("back-office", Samples.WOODEN_BOAT, new BigDecimal("19.90")),
                new Delete("back-office", Samples.WOODEN_BOAT));
    }
}
