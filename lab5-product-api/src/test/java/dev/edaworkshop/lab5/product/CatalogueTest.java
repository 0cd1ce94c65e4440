package dev.edaworkshop.lab5.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.edaworkshop.lab5.product.Written.Outcome;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class CatalogueTest {

    private static final Instant NOW = Instant.parse("2026-11-28T09:15:00.123456Z");
    private static final ProductDetails BOAT = boat("24.90");

    private final InMemoryProductStore store = new InMemoryProductStore();
    private final Catalogue catalogue = new Catalogue(store, InstantSource.fixed(NOW));

    @Test
    void a_new_product_has_version_1_and_knows_which_request_made_it() {
        Written written = catalogue.create("p-1", BOAT, "c-1");

        assertThat(written.outcome()).isEqualTo(Outcome.CREATED);
        assertThat(store.products.get("p-1")).isEqualTo(written.product()).satisfies(product -> {
            assertThat(product.version()).isEqualTo(1);
            assertThat(product.correlationId()).isEqualTo("c-1");
            assertThat(product.createdAt()).isEqualTo("2026-11-28T09:15:00.123Z");
        });
    }

    @Test
    void creating_the_same_product_twice_writes_it_once() {
        Written first = catalogue.create("p-1", BOAT, "c-1");
        Written second = catalogue.create("p-1", boat("24.9"), "c-2");

        assertThat(second).isEqualTo(new Written(first.product(), Outcome.UNCHANGED));
        assertThat(store.writes).isEqualTo(1);
    }

    @Test
    void recognizes_its_own_write_when_the_stores_answer_was_lost() {
        store.answersGetLost = true;

        assertThat(catalogue.create("p-1", BOAT, "c-1").outcome()).isEqualTo(Outcome.CREATED);
        assertThat(catalogue.replace("p-1", boat("19.90"), 1, "c-2").outcome()).isEqualTo(Outcome.CHANGED);
    }

    @Test
    void another_product_with_the_same_id_is_refused() {
        catalogue.create("p-1", BOAT, "c-1");

        assertThatThrownBy(() -> catalogue.create("p-1", boat("19.90"), "c-2"))
                .isInstanceOf(ProductExistsException.class)
                .hasMessage("Product p-1 exists already, with other details (version 1)");
        assertThat(store.writes).isEqualTo(1);
    }

    @Test
    void a_change_to_the_version_that_was_seen_makes_the_next_one() {
        catalogue.create("p-1", BOAT, "c-1");

        Written written = catalogue.replace("p-1", boat("19.90"), 1, "c-2");

        assertThat(written.outcome()).isEqualTo(Outcome.CHANGED);
        assertThat(store.products.get("p-1").version()).isEqualTo(2);
        assertThat(store.products.get("p-1").details().price()).isEqualByComparingTo("19.90");
    }

    @Test
    void a_change_to_an_older_version_is_refused_and_says_what_there_is() {
        catalogue.create("p-1", BOAT, "c-1");
        catalogue.replace("p-1", boat("19.90"), 1, "c-2");

        assertThatThrownBy(() -> catalogue.replace("p-1", boat("29.90"), 1, "c-3"))
                .isInstanceOf(VersionConflictException.class)
                .hasMessage("Product p-1 has version 2 by now; the change was made to version 1");
    }

    @Test
    void a_change_that_changes_nothing_writes_nothing() {
        catalogue.create("p-1", BOAT, "c-1");

        assertThat(catalogue.replace("p-1", BOAT, 1, "c-2").outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(store.writes).isEqualTo(1);
    }

    @Test
    void what_is_not_there_can_neither_be_changed_nor_deleted() {
        assertThatThrownBy(() -> catalogue.replace("p-1", BOAT, 1, "c-1")).isInstanceOf(ProductNotFoundException.class);
        assertThatThrownBy(() -> catalogue.delete("p-1", OptionalLong.empty()))
                .isInstanceOf(ProductNotFoundException.class)
                .hasMessage("There is no product p-1");
    }

    @Test
    void deletes_any_version_unless_one_is_named() {
        catalogue.create("p-1", BOAT, "c-1");
        catalogue.create("p-2", BOAT, "c-2");

        catalogue.delete("p-1", OptionalLong.empty());
        assertThatThrownBy(() -> catalogue.delete("p-2", OptionalLong.of(7)))
                .isInstanceOf(VersionConflictException.class);

        assertThat(store.products).containsOnlyKeys("p-2");
    }

    @Test
    void tries_once_more_when_the_reason_of_a_refusal_is_gone() {
        store.refusalsWithoutTrace = 1;
        assertThat(catalogue.create("p-1", BOAT, "c-1").outcome()).isEqualTo(Outcome.CREATED);

        store.refusalsWithoutTrace = 1;
        assertThat(catalogue.replace("p-1", boat("19.90"), 1, "c-2").outcome()).isEqualTo(Outcome.CHANGED);

        store.refusalsWithoutTrace = 1;
        catalogue.delete("p-1", OptionalLong.of(2));
        assertThat(store.products).isEmpty();
    }

    @Test
    void does_not_quarrel_with_others_for_ever() {
        store.refusalsWithoutTrace = 2;

        assertThatThrownBy(() -> catalogue.create("p-1", BOAT, "c-1")).isInstanceOf(WriteRefusedException.class);
        assertThat(store.refusalsWithoutTrace).isZero();
    }

    @Test
    void an_amount_is_in_cents() {
        assertThatThrownBy(() -> boat("24.905")).hasMessageContaining("price", "24.905");
        assertThatThrownBy(() -> boat("-1")).hasMessageContaining("price", "-1");
    }

    static ProductDetails boat(String price) {
        return new ProductDetails(
                "TOY-0001", "Wooden boat", "toys", new BigDecimal(price), new BigDecimal("11.20"), "eu");
    }
}
