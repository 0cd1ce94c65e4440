package dev.edaworkshop.testkit.exercises;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What {@code ./lab demo} sends through a lab's solution, and who is to receive it; {@code demo/scenario.yaml} says so.
 *
 * @param function the stack output that names the function to invoke
 * @param commands the events to invoke it with, JSON, in order
 */
public record DemoScenario(String title, String function, List<String> commands, List<ExpectedFact> expected) {

    private static final ObjectMapper YAML = new YAMLMapper();
    private static final ObjectMapper JSON = new ObjectMapper();

    public DemoScenario {
        commands = List.copyOf(commands);
        expected = List.copyOf(expected);
    }

    /**
     * One kind of event, and who cares.
     *
     * @param topic the stack output with the ARN of its topic
     * @param published how many there are
     * @param receivedBy each of them gets all
     * @param notReceivedBy each of them gets none
     */
    public record ExpectedFact(
            String fact, String topic, int published, List<Receiver> receivedBy, List<Receiver> notReceivedBy) {
        public ExpectedFact {
            receivedBy = List.copyOf(receivedBy);
            notReceivedBy = List.copyOf(notReceivedBy);
        }
    }

    /**
     * A function or a queue.
     *
     * @param output the stack output with a function's name or a queue's URL
     * @param because why it receives nothing; empty if it does
     */
    public record Receiver(String name, boolean isFunction, String output, String because) {}

    /**
     * Reads the scenario of a solution.
     *
     * @throws InvalidExercisesException naming everything that is wrong with it
     */
    public static DemoScenario of(Path solution) {
        Path file = solution.resolve("demo/scenario.yaml");
        try {
            List<String> problems = new ArrayList<>();
            Section yaml = new Section("scenario", YAML.readTree(Files.readString(file)), problems);
            DemoScenario scenario = read(yaml, catalogue(file.resolveSibling(yaml.text("catalogue"))));
            yaml.refuseOthers();
            if (!problems.isEmpty()) {
                throw new InvalidExercisesException(file, problems);
            }
            return scenario;
        } catch (JsonProcessingException e) {
            throw new InvalidExercisesException(file, List.of("not YAML: " + e.getMessage()));
        } catch (IOException e) {
            throw new InvalidExercisesException(file, List.of("cannot be read: " + e));
        }
    }

    static List<DemoProduct> catalogue(Path file) throws IOException {
        try (Stream<String> rows = Files.lines(file)) {
            return rows.skip(1).map(DemoProduct::parse).toList();
        }
    }

    private static DemoScenario read(Section yaml, List<DemoProduct> catalogue) {
        String source = yaml.text("source");
        List<List<String>> commands = yaml.each(
                "commands",
                node -> "command " + node.path("command").asText("?"),
                command -> commands(command, source, catalogue));
        List<ExpectedFact> expected = yaml.each(
                "expected",
                node -> "expected " + node.path("fact").asText("?"),
                fact -> new ExpectedFact(
                        fact.text("fact"),
                        fact.text("topic"),
                        fact.number("published"),
                        fact.each("received-by", DemoScenario::name, receiver -> receiver(receiver, "")),
                        fact.each(
                                "not-received-by",
                                DemoScenario::name,
                                receiver -> receiver(receiver, receiver.text("because")))));
        return new DemoScenario(
                yaml.text("title"),
                yaml.text("function"),
                commands.stream().flatMap(List::stream).toList(),
                expected);
    }

    private static String name(JsonNode receiver) {
        return "receiver " + receiver.path("name").asText("?");
    }

    private static Receiver receiver(Section receiver, String because) {
        boolean isFunction = receiver.has("function");
        return new Receiver(
                receiver.text("name"), isFunction, receiver.text(isFunction ? "function" : "queue"), because);
    }

    private static List<String> commands(Section command, String source, List<DemoProduct> catalogue) {
        String name = command.text("command");
        List<DemoProduct> rows = command.isText("rows", "all") ? catalogue : rows(command, catalogue);
        int percent = command.has("percent") ? command.number("percent") : 0;
        return rows.stream()
                .map(product -> json(name, source, product, percent))
                .toList();
    }

    private static List<DemoProduct> rows(Section command, List<DemoProduct> catalogue) {
        List<DemoProduct> rows = new ArrayList<>();
        for (String sku : command.texts("rows")) {
            catalogue.stream()
                    .filter(product -> product.sku().equals(sku))
                    .findFirst()
                    .ifPresentOrElse(rows::add, () -> command.problem("the catalogue has no row " + sku));
        }
        return rows;
    }

    private static String json(String command, String source, DemoProduct product, int percent) {
        ObjectNode json = JSON.createObjectNode().put("command", command).put("source", source);
        if (percent != 0) {
            json.put("new_price", changed(product.price(), percent));
        }
        json.putObject("product")
                .put("product_id", product.productId())
                .put("sku", product.sku())
                .put("name", product.name())
                .put("category", product.category())
                .put("price", product.price())
                .put("region", product.region());
        return json.toString();
    }

    private static BigDecimal changed(BigDecimal price, int percent) {
        return price.multiply(BigDecimal.valueOf(100L + percent))
                .movePointLeft(2)
                .setScale(2, RoundingMode.HALF_EVEN);
    }
}
