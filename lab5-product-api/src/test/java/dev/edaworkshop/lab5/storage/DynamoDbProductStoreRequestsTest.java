package dev.edaworkshop.lab5.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.edaworkshop.lab5.product.Product;
import dev.edaworkshop.lab5.product.ProductDetails;
import dev.edaworkshop.lab5.product.ProductPage;
import dev.edaworkshop.lab5.product.ProductQuery;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What the adapter asks of DynamoDB, without one: two writers at once would need a race to tell. */
class DynamoDbProductStoreRequestsTest {

    private final RecordingDynamoDb dynamoDb = new RecordingDynamoDb();
    private final DynamoDbProductStore store = new DynamoDbProductStore(dynamoDb, "products");

    @Test
    void inserts_on_condition_that_there_is_no_such_product() {
        store.insert(product("p-1", 1));

        assertThat(dynamoDb.put().conditionExpression()).isEqualTo("attribute_not_exists(product_id)");
    }

    @Test
    void replaces_on_condition_that_the_version_is_the_expected_one() {
        store.replace(product("p-1", 8), 7);

        assertThat(dynamoDb.put().conditionExpression()).isEqualTo("version = :expected");
        assertThat(dynamoDb.put().expressionAttributeValues()).isEqualTo(Map.of(":expected", AttributeValue.fromN("7")));
    }

    @Test
    void deletes_on_condition_that_there_is_such_a_product_or_such_a_version() {
        store.delete("p-1", OptionalLong.empty());
        assertThat(dynamoDb.delete().conditionExpression()).isEqualTo("attribute_exists(product_id)");

        store.delete("p-1", OptionalLong.of(7));
        assertThat(dynamoDb.delete().conditionExpression()).isEqualTo("version = :expected");
        assertThat(dynamoDb.delete().expressionAttributeValues())
                .isEqualTo(Map.of(":expected", AttributeValue.fromN("7")));
    }

    @ParameterizedTest(name = "of {0} products the first page of two has {1}, and there is another one: {2}")
    @CsvSource({"0, 0, false", "1, 1, false", "2, 2, false", "3, 2, true", "4, 2, true"})
    void a_page_has_a_next_one_only_if_something_is_on_it(int products, int onPage, boolean another) {
        IntStream.rangeClosed(1, products).forEach(i -> store.insert(product("p-" + i, 1)));

        for (Optional<String> category : List.of(Optional.<String>empty(), Optional.of("toys"))) {
            ProductPage page = store.list(new ProductQuery(category, 2, Optional.empty()));

            assertThat(page.products()).hasSize(onPage);
            assertThat(page.next()).isEqualTo(another ? Optional.of("p-2") : Optional.empty());
        }
    }

    @Test
    void goes_on_where_dynamodb_stopped_before_the_page_was_full() {
        store.insert(product("p-1", 1));
        dynamoDb.stopsAfterAMegabyte = true;

        assertThat(store.list(new ProductQuery(Optional.empty(), 2, Optional.empty())).next()).hasValue("p-1");
    }

    private static Product product(String id, long version) {
        var details = new ProductDetails(
                "TOY-0001", "Wooden boat", "toys", new BigDecimal("24.90"), new BigDecimal("11.20"), "eu");
        Instant now = Instant.parse("2026-11-28T09:15:00Z");
        return new Product(id, details, version, now, now, "c-1");
    }
}
