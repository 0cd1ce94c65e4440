package dev.edaworkshop.testkit.exercises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.edaworkshop.testkit.exercises.DemoScenario.Entry;
import dev.edaworkshop.testkit.exercises.DemoScenario.ExpectedFact;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
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

        assertThat(scenario.steps())
                .hasSize(3)
                .first()
                .isEqualTo(new DemoStep.Invoke(
                        "CatalogueFunction",
                        "{\"command\":\"create\",\"source\":\"back-office\",\"product\":{\"product_id\":\"p-1\","
                                + "\"sku\":\"TOY-0001\",\"name\":\"Wooden boat\",\"category\":\"toys\",\"price\":24.90,\"region\":\"eu\"}}",
                        false));
        assertThat(((DemoStep.Invoke) scenario.steps().get(2)).event())
                .contains("\"change-price\"", "\"new_price\":22.41");
        ExpectedFact fact = scenario.expected().getFirst();
        assertThat(fact.receivedBy())
                .containsExactly(new DemoScenario.Receiver("Inventory", true, "InventoryFunction", 2, ""));
        assertThat(fact.notReceivedBy())
                .containsExactly(new DemoScenario.Receiver("the till", false, "TillQueueUrl", 0, "it did not ask"));
    }

    @Test
    void names_a_row_that_the_catalogue_does_not_have() {
        solution.write("demo/scenario.yaml", SCENARIO.replace("[TOY-0001]", "[TOY-0009]"));

        assertThatThrownBy(() -> DemoScenario.of(solution.folder))
                .hasMessageContaining("command change-price: the catalogue has no row TOY-0009");
    }

    @Test
    void knows_every_kind_of_step_and_of_entry() {
        solution.write("demo/orders.jsonl", """
                        {"source": "shop.payments", "detail-type": "payment_taken", "detail": {"order_id": "o-1"}}
                        """).write("demo/scenario.yaml", """
                        title: Another day
                        commands:
                          - {invoke: Payment, events: orders.jsonl, asynchronous: yes}
                          - {put-events: Bus, events: orders.jsonl}
                          - {run: redrive, arguments: [--dry-run]}
                          - {pass: PT2M}
                          - {settle: yes}
                        expected:
                          - fact: payment_taken
                            bus: Bus
                            published: 10
                            received-by: [{name: Receipts, function: Receipts, received: 4, because: it asks for toys}]
                          - {fact: failure records, queue: FailuresUrl, published: 1}
                        """);

        DemoScenario scenario = DemoScenario.of(solution.folder);

        assertThat(scenario.steps().getFirst())
                .isInstanceOfSatisfying(DemoStep.Invoke.class, step -> assertThat(step.asynchronous())
                        .isTrue());
        assertThat(scenario.steps().subList(1, 5))
                .containsExactly(
                        new DemoStep.PutEvent("Bus", "shop.payments", "payment_taken", "{\"order_id\":\"o-1\"}"),
                        new DemoStep.RunProgram("redrive", List.of("--dry-run")),
                        new DemoStep.Pass(Duration.ofMinutes(2)),
                        new DemoStep.Settle());
        assertThat(scenario.expected())
                .extracting(ExpectedFact::entry)
                .containsExactly(new Entry.Bus("Bus"), new Entry.Queue("FailuresUrl"));
        assertThat(scenario.expected().getFirst().receivedBy())
                .containsExactly(new DemoScenario.Receiver("Receipts", true, "Receipts", 4, "it asks for toys"));
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
        List<DemoProduct> catalogue =
                DemoScenarioReader.catalogue(Path.of("../../solutions/lab1-pubsub/demo/catalogue.csv"));

        assertThat(catalogue).hasSizeGreaterThanOrEqualTo(200);
        assertThat(catalogue).extracting(DemoProduct::productId).doesNotHaveDuplicates();
        assertThat(catalogue).extracting(DemoProduct::sku).doesNotHaveDuplicates();
        assertThat(catalogue).extracting(DemoProduct::name).doesNotHaveDuplicates();
        assertThat(catalogue).extracting(DemoProduct::price).allSatisfy(price -> assertThat(price)
                .isBetween(BigDecimal.ONE, new BigDecimal("1000")));
    }

    private static int count(String text, DemoScenario demo) {
        return Math.toIntExact(demo.steps().stream()
                .filter(step ->
                        step instanceof DemoStep.Invoke invoke && invoke.event().contains(text))
                .count());
    }
}
