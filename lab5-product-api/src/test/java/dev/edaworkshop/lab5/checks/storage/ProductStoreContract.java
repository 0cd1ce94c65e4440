package dev.edaworkshop.lab5.checks.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.edaworkshop.lab5.product.Product;
import dev.edaworkshop.lab5.product.ProductDetails;
import dev.edaworkshop.lab5.product.ProductPage;
import dev.edaworkshop.lab5.product.ProductQuery;
import dev.edaworkshop.lab5.product.ProductStore;
import dev.edaworkshop.lab5.product.WriteRefusedException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the domain relies on, whichever adapter it got. Every adapter passes these tests. */
interface ProductStoreContract {

    Instant NOW = Instant.parse("2026-11-28T09:15:00.123Z");

    ProductStore store();

    @Test
    default void finds_what_was_inserted_exactly_as_it_was() {
        Product boat = product(newId(), newCategory(), 1);

        store().insert(boat);

        assertThat(store().find(boat.productId())).hasValue(boat);
        assertThat(store().find(newId())).isEmpty();
    }

    @Test
    default void inserts_an_id_once() {
        Product boat = product(newId(), newCategory(), 1);
        store().insert(boat);

        assertThatThrownBy(() -> store().insert(product(boat.productId(), "other", 1)))
                .isInstanceOf(WriteRefusedException.class);

        assertThat(store().find(boat.productId())).hasValue(boat);
    }

    @Test
    default void replaces_the_expected_version_and_no_other() {
        Product first = product(newId(), newCategory(), 1);
        Product second = product(first.productId(), newCategory(), 2);
        store().insert(first);

        store().replace(second, 1);
        assertThatThrownBy(() -> store().replace(product(first.productId(), "late", 2), 1))
                .isInstanceOf(WriteRefusedException.class);
        assertThatThrownBy(() -> store().replace(product(newId(), "nowhere", 2), 1))
                .isInstanceOf(WriteRefusedException.class);

        assertThat(store().find(first.productId())).hasValue(second);
    }

    @Test
    default void deletes_what_is_there_in_the_version_that_is_expected() {
        Product boat = product(newId(), newCategory(), 3);
        store().insert(boat);

        assertThatThrownBy(() -> store().delete(boat.productId(), OptionalLong.of(2)))
                .isInstanceOf(WriteRefusedException.class);
        store().delete(boat.productId(), OptionalLong.of(3));
        assertThatThrownBy(() -> store().delete(boat.productId(), OptionalLong.empty()))
                .isInstanceOf(WriteRefusedException.class);

        assertThat(store().find(boat.productId())).isEmpty();
    }

    @Test
    default void lists_a_category_page_by_page_in_the_order_of_the_ids() {
        String category = newCategory();
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ids.add("p-%d-%s".formatted(i, category));
            store().insert(product(ids.get(i), category, 1));
        }
        store().insert(product(newId(), newCategory(), 1));

        assertThat(allPages(Optional.of(category), 2)).containsExactlyElementsOf(ids);
    }

    @Test
    default void a_page_that_is_just_full_is_the_last_one() {
        String category = newCategory();
        store().insert(product(newId(), category, 1));
        store().insert(product(newId(), category, 1));

        ProductPage page = store().list(new ProductQuery(Optional.of(category), 2, Optional.empty()));

        assertThat(page.products()).hasSize(2);
        assertThat(page.next()).isEmpty();
    }

    @Test
    default void lists_everything_once() {
        String first = newId();
        String second = newId();
        store().insert(product(first, newCategory(), 1));
        store().insert(product(second, newCategory(), 1));

        assertThat(allPages(Optional.empty(), 1)).contains(first, second).doesNotHaveDuplicates();
    }

    private List<String> allPages(Optional<String> category, int limit) {
        List<String> ids = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            ProductPage page = store().list(new ProductQuery(category, limit, after));
            assertThat(page.products()).hasSizeLessThanOrEqualTo(limit);
            page.products().forEach(product -> ids.add(product.productId()));
            after = page.next();
        } while (after.isPresent());
        return ids;
    }

    private static Product product(String id, String category, long version) {
        var details = new ProductDetails(
                "TOY-0001", "Wooden boat", category, new BigDecimal("24.9"), new BigDecimal("11"), "eu");
        return new Product(id, details, version, NOW, NOW.plusSeconds(version), "c-" + version);
    }

    private static String newId() {
        return "p-" + UUID.randomUUID();
    }

    private static String newCategory() {
        return UUID.randomUUID().toString();
    }
}
