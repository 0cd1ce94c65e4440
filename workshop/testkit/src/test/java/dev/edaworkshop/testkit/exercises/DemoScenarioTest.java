package dev.edaworkshop.testkit.exercises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.edaworkshop.testkit.exercises.DemoScenario.ExpectedFact;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoScenarioTest {

    private static final String SCENARIO = """
            title: A small day
            catalogue: catalogue.csv
            source: back-office
            function: CatalogueFunction
            commands:
              - {command: create, rows: all}
              - {command: change-price, rows: [TOY-0001], percent: -10}
            expected:
              - fact: product_created
                topic: Created
                published: 2
                received-by: [{name: Inventory, function: InventoryFunction}]
                not-received-by: [{name: the till, queue: TillQueueUrl, because: it did not ask}]
            """;
    private static final String CATALOGUE = """
            product_id,sku,name,category,price,region,stock
            p-1,TOY-0001,Wooden boat,toys,24.90,eu,48
            p-2,TOY-0002,Wooden tugboat,toys,27.50,eu,31
            """;

    private final SolutionFolder solution;

    DemoScenarioTest(@TempDir Path repository) {
        solution = new SolutionFolder(repository)
                .write("demo/scenario.yaml", SCENARIO)
                .write("demo/catalogue.csv", CATALOGUE);
    }

    @Test
    void makes_a_command_of_each_row_and_knows_who_is_to_receive_what() {
        DemoScenario scenario = DemoScenario.of(solution.folder);

        assertThat(scenario.commands())
                .hasSize(3)
                .first()
                .isEqualTo(
                        "{\"command\":\"create\",\"source\":\"back-office\",\"product\":{\"product_id\":\"p-1\","
                                + "\"sku\":\"TOY-0001\",\"name\":\"Wooden boat\",\"category\":\"toys\",\"price\":24.90,\"region\":\"eu\"}}");
        assertThat(scenario.commands().get(2)).contains("\"change-price\"", "\"new_price\":22.41");
        ExpectedFact fact = scenario.expected().getFirst();
        assertThat(fact.receivedBy())
                .containsExactly(new DemoScenario.Receiver("Inventory", true, "InventoryFunction", ""));
        assertThat(fact.notReceivedBy())
                .containsExactly(new DemoScenario.Receiver("the till", false, "TillQueueUrl", "it did not ask"));
    }

    @Test
    void names_a_row_that_the_catalogue_does_not_have() {
        solution.write("demo/scenario.yaml", SCENARIO.replace("[TOY-0001]", "[TOY-0009]"));

        assertThatThrownBy(() -> DemoScenario.of(solution.folder))
                .hasMessageContaining("command change-price: the catalogue has no row TOY-0009");
    }

    @Test
    void the_demo_of_lab_1_expects_as_many_facts_as_it_gives_commands() {
        DemoScenario demo = DemoScenario.of(Path.of("../../solutions/lab1-pubsub"));

        Map<String, Integer> expected =
                demo.expected().stream().collect(Collectors.toMap(ExpectedFact::fact, ExpectedFact::published));
        assertThat(expected)
                .containsEntry("product_created", count("\"command\":\"create\"", demo))
                .containsEntry("product_price_changed", count("\"command\":\"change-price\"", demo))
                .containsEntry("product_deleted", count("\"command\":\"delete\"", demo));
    }

    @Test
    void the_catalogue_of_lab_1_is_a_shops_each_product_once_at_a_plausible_price() throws IOException {
        List<DemoProduct> catalogue = DemoScenario.catalogue(Path.of("../../solutions/lab1-pubsub/demo/catalogue.csv"));

        assertThat(catalogue).hasSizeGreaterThanOrEqualTo(200);
        assertThat(catalogue).extracting(DemoProduct::productId).doesNotHaveDuplicates();
        assertThat(catalogue).extracting(DemoProduct::sku).doesNotHaveDuplicates();
        assertThat(catalogue).extracting(DemoProduct::name).doesNotHaveDuplicates();
        assertThat(catalogue).extracting(DemoProduct::price).allSatisfy(price -> assertThat(price)
                .isBetween(BigDecimal.ONE, new BigDecimal("1000")));
    }

    private static int count(String text, DemoScenario demo) {
        return Math.toIntExact(demo.commands().stream()
                .filter(command -> command.contains(text))
                .count());
    }
}
