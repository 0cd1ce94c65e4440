package dev.edaworkshop.lab3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.edaworkshop.lab3.contracts.ContractBrokenException;
import dev.edaworkshop.lab3.given.CatalogueCommand.Announce;
import dev.edaworkshop.lab3.given.CatalogueCommand.ChangePrice;
import dev.edaworkshop.lab3.given.CatalogueCommand.Create;
import dev.edaworkshop.lab3.given.CatalogueCommand.Delete;
import dev.edaworkshop.lab3.given.Product;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CatalogueTest {

    private static final Product BOAT =
            new Product("p-0001", "TOY-0001", "Wooden boat", "toys", new BigDecimal("24.90"), "eu");

    private final List<ShopEvent> published = new ArrayList<>();
    private final Catalogue catalogue = new Catalogue(published::add, InstantSource.system());

    @Test
    void says_one_thing_for_each_command() {
        catalogue.carryOut(new Create(BOAT));
        catalogue.carryOut(new ChangePrice(BOAT, new BigDecimal("19.90")));
        catalogue.carryOut(new Delete(BOAT));

        assertThat(published)
                .extracting(ShopEvent::name)
                .containsExactly("product_created", "product_price_changed", "product_deleted");
        assertThat(published).allSatisfy(event -> assertThat(event.data()).containsEntry("product_id", "p-0001"));
    }

    @Test
    void says_old_facts_as_they_are() {
        catalogue.carryOut(new Announce("product_deleted", 1, Map.of("product_id", "p-7", "sku", "OLD-1")));

        assertThat(published.getFirst().data()).containsOnly(Map.entry("product_id", "p-7"), Map.entry("sku", "OLD-1"));
    }

    @Test
    void answers_why_something_was_not_published() {
        CatalogueHandler handler = new CatalogueHandler(new Catalogue(
                event -> {
                    throw new ContractBrokenException(event.name(), event.version(), List.of("sku: is missing"));
                },
                InstantSource.system()));

        Map<String, Object> answer = handler.handleRequest(
                Map.of("command", "announce", "event_name", "product_deleted", "version", 1, "data", Map.of()), null);

        assertThat(answer).containsEntry("refused", "product_deleted version 1 breaks its contract: sku: is missing");
    }

    @Test
    void refuses_a_command_it_does_not_know() {
        assertThatThrownBy(() -> dev.edaworkshop.lab3.given.CatalogueCommand.from(Map.of("command", "burn")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("burn");
    }
}
