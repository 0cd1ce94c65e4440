package dev.edaworkshop.lab3.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ContractsTest {

    private final Contracts contracts = Contracts.ofTheShop();

    @Test
    void an_event_that_says_more_keeps_its_contract() {
        assertThat(contracts.problems("product_deleted", 1, """
                {"product_id": "p-1", "sku": "TOY-0001", "reason": {"code": 7}}""")).isEmpty();
    }

    @Test
    void names_each_fact_that_is_missing_or_of_another_type() {
        assertThat(contracts.problems("product_price_changed", 1, """
                {"product_id": "p-1", "old_price": "24.90", "new_price": 19.90}"""))
                .hasSize(2)
                .anySatisfy(problem -> assertThat(problem).contains("sku"))
                .anySatisfy(problem -> assertThat(problem).contains("old_price", "number"));
    }

    @Test
    void an_event_without_a_contract_is_not_of_the_shop() {
        assertThat(contracts.problems("product_creatd", 1, "{}"))
                .containsExactly("there is no contract contracts/product_creatd/1.json");
        assertThat(contracts.problems("product_created", 99, "{}"))
                .containsExactly("there is no contract contracts/product_created/99.json");
    }

    @ParameterizedTest
    @MethodSource("files")
    void every_example_keeps_its_own_contract(Path file) throws IOException {
        JsonNode contract = new ObjectMapper().readTree(file.toFile());
        String event = file.getName(file.getNameCount() - 2).toString();
        int version = Integer.parseInt(file.getFileName().toString().replace(".json", ""));

        assertThat(contract.path("title").asText()).isEqualTo(event);
        assertThat(contract.path("examples")).isNotEmpty().allSatisfy(example -> assertThat(
                        contracts.problems(event, version, example.toString()))
                .isEmpty());
    }

    static Stream<Path> files() throws IOException {
        return ContractFiles.all(ContractFiles.OURS).stream();
    }
}
