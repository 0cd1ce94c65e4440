package dev.edaworkshop.testkit.exercises;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.edaworkshop.testkit.exercises.DemoScenario.Entry;
import dev.edaworkshop.testkit.exercises.DemoScenario.ExpectedFact;
import dev.edaworkshop.testkit.exercises.DemoScenario.Receiver;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads a scenario.
 *
 * <p>Its steps, each one of these:
 * <pre>
 * - {command: create, rows: all}                              the catalogue is invoked for rows of catalogue.csv
 * - {invoke: PaymentFunction, events: orders.jsonl}           a function is invoked with each line of a file;
 *                                                             with "asynchronous: yes" nobody waits for it
 * - {put-events: BusName, events: day.jsonl}                  each line has source, detail-type and detail
 * - {run: import, arguments: [products.csv]}                  a program of the lab; a file beside the scenario is
 *                                                             named by its name
 * - {pass: PT2M}                                              time
 * - {settle: yes}                                             until nothing is left to happen, retries included
 * </pre>
 */
final class DemoScenarioReader {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;

    /** @param folder with the files that the scenario names */
    DemoScenarioReader(Path folder) {
        this.folder = folder;
    }

    /** The rows of a catalogue, without its heading. */
    static List<DemoProduct> catalogue(Path file) throws IOException {
        try (Stream<String> rows = Files.lines(file)) {
            return rows.skip(1).map(DemoProduct::parse).toList();
        }
    }

    DemoScenario read(Section yaml) throws IOException {
        List<DemoProduct> catalogue =
                yaml.has("catalogue") ? catalogue(folder.resolve(yaml.text("catalogue"))) : List.of();
        String source = yaml.has("source") ? yaml.text("source") : "";
        String function = yaml.has("function") ? yaml.text("function") : "";
        List<List<DemoStep>> steps = yaml.each(
                "commands",
                node -> "command "
                        + node.path("command")
                                .asText(
                                        node.fieldNames().hasNext()
                                                ? node.fieldNames().next()
                                                : "?"),
                step -> steps(step, source, function, catalogue));
        return new DemoScenario(
                yaml.text("title"),
                steps.stream().flatMap(List::stream).toList(),
                yaml.each("expected", node -> "expected " + node.path("fact").asText("?"), DemoScenarioReader::fact));
    }

    private List<DemoStep> steps(Section step, String source, String function, List<DemoProduct> catalogue) {
        if (step.has("invoke")) {
            String invoked = step.text("invoke");
            boolean asynchronous = step.flag("asynchronous");
            return lines(step).stream()
                    .<DemoStep>map(event -> new DemoStep.Invoke(invoked, event.toString(), asynchronous))
                    .toList();
        }
        if (step.has("put-events")) {
            String bus = step.text("put-events");
            return lines(step).stream().map(event -> putEvent(bus, event)).toList();
        }
        if (step.has("run")) {
            List<String> arguments =
                    step.texts("arguments").stream().map(this::argument).toList();
            return List.of(new DemoStep.RunProgram(step.text("run"), arguments));
        }
        if (step.has("pass")) {
            return pass(step);
        }
        if (step.has("settle")) {
            return step.flag("settle") ? List.of(new DemoStep.Settle()) : List.of();
        }
        return commands(step, source, function, catalogue);
    }

    /** A program runs elsewhere: it is told where the file is. */
    private String argument(String argument) {
        Path file = folder.resolve(argument).toAbsolutePath();
        return Files.isRegularFile(file) ? file.toString() : argument;
    }

    private static DemoStep putEvent(String bus, JsonNode event) {
        return new DemoStep.PutEvent(
                bus,
                event.path("source").asText(),
                event.path("detail-type").asText(),
                event.path("detail").toString());
    }

    private static List<DemoStep> pass(Section step) {
        try {
            return List.of(new DemoStep.Pass(Duration.parse(step.text("pass"))));
        } catch (DateTimeParseException e) {
            step.problem("pass is a duration such as PT2M");
            return List.of();
        }
    }

    private List<JsonNode> lines(Section step) {
        String name = step.text("events");
        List<JsonNode> events = new ArrayList<>();
        try (Stream<String> lines = Files.lines(folder.resolve(name))) {
            for (String line : lines.filter(text -> !text.isBlank()).toList()) {
                events.add(JSON.readTree(line));
            }
        } catch (NoSuchFileException e) {
            step.problem("there is no file %s beside the scenario".formatted(name));
        } catch (JsonProcessingException e) {
            step.problem("line %d of %s is not JSON: %s".formatted(events.size() + 1, name, e.getOriginalMessage()));
        } catch (IOException e) {
            step.problem("%s cannot be read: %s".formatted(name, e.getMessage()));
        }
        return events;
    }

    private static List<DemoStep> commands(Section step, String source, String function, List<DemoProduct> catalogue) {
        String command = step.text("command");
        List<DemoProduct> rows = step.isText("rows", "all") ? catalogue : rows(step, catalogue);
        int percent = step.has("percent") ? step.number("percent") : 0;
        return rows.stream()
                .<DemoStep>map(product -> new DemoStep.Invoke(function, json(command, source, product, percent), false))
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

    private static ExpectedFact fact(Section fact) {
        int published = fact.number("published");
        return new ExpectedFact(
                fact.text("fact"),
                entry(fact),
                published,
                fact.each("received-by", DemoScenarioReader::name, receiver -> receivedBy(receiver, published)),
                fact.each(
                        "not-received-by",
                        DemoScenarioReader::name,
                        receiver -> receiver(receiver, 0, receiver.text("because"))));
    }

    private static Entry entry(Section fact) {
        if (fact.has("bus")) {
            return new Entry.Bus(fact.text("bus"));
        }
        return fact.has("queue") ? new Entry.Queue(fact.text("queue")) : new Entry.Topic(fact.text("topic"));
    }

    private static String name(JsonNode receiver) {
        return "receiver " + receiver.path("name").asText("?");
    }

    /** Who does not receive everything has a reason. */
    private static Receiver receivedBy(Section receiver, int published) {
        return receiver.has("received")
                ? receiver(receiver, receiver.number("received"), receiver.text("because"))
                : receiver(receiver, published, "");
    }

    private static Receiver receiver(Section receiver, int received, String because) {
        boolean isFunction = receiver.has("function");
        return new Receiver(
                receiver.text("name"), isFunction, receiver.text(isFunction ? "function" : "queue"), received, because);
    }
}
