package dev.edaworkshop.lab1.checks;

import dev.edaworkshop.lab1.checks.Shed.Payment;
import dev.edaworkshop.testkit.DeployedLab;
import dev.edaworkshop.testkit.DeployedLab.Probe;
import dev.edaworkshop.testkit.DeployedLab.Running;
import dev.edaworkshop.testkit.Exercise;
import dev.edaworkshop.testkit.Red;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts the worker three times, each time with one more opinion about its warehouse, and listens to what it says. */
@Exercise("1.6")
class ConfigPrecedenceCheck {

    private static final Duration LIMIT = Duration.ofSeconds(50);
    private static final String SECRET = "open-sesame-4711";

    /** Who says what about the warehouse. */
    private static final Map<String, String> SOURCES =
            Map.of("east", "file", "south", "environment", "north", "command line", "pier", "default");

    @Test
    void the_command_line_beats_the_environment_and_the_environment_the_file(DeployedLab lab, @TempDir Path folder)
            throws IOException {
        Shed shed = new Shed(lab);
        Probe reserved = lab.probe(lab.output("StockReservedTopicArn"));
        String file = Files.writeString(folder.resolve("reservations.properties"), "warehouse=east\n")
                .toString();
        List<String> withFile = List.of("--config", file);
        Map<String, String> environment = Map.of("WAREHOUSE", "south");

        Map<String, Running> workers = new LinkedHashMap<>();
        workers.put("p-file", start("p-file", withFile, Map.of(), shed));
        workers.put("p-environment", start("p-environment", withFile, environment, shed));
        workers.put(
                "p-command-line",
                start("p-command-line", List.of("--config", file, "--warehouse=north"), environment, shed));
        Running withSecret =
                lab.start("reservations", List.of("--config", secretFile(folder), "--show-config"), Map.of());
        workers.values().forEach(ConfigPrecedenceCheck::requireEndsWell);
        lab.drain();

        Map<String, String> said = said(reserved);
        requireWinner("p-file", "east", "The file says warehouse=east", "file-ignored", said);
        requireWinner("p-environment", "south", "The environment says WAREHOUSE=south", "file-beats-environment", said);
        requireWinner(
                "p-command-line", "north", "You passed --warehouse=north", "environment-beats-command-line", said);
        requireNamed(workers.get("p-command-line"));
        workers.values().forEach(ConfigPrecedenceCheck::requireNotShown);
        requireRefused(withSecret);
    }

    private static String secretFile(Path folder) throws IOException {
        return Files.writeString(
                        folder.resolve("with-secret.properties"), "warehouse=east\nsecret-access-key=" + SECRET + "\n")
                .toString();
    }

    private static void requireRefused(Running withSecret) {
        if (withSecret.waitFor(LIMIT) == 0) {
            throw Red.because(
                    "secret-in-file",
                    "a worker whose file contains a secret does not start, and says why",
                    "It took the secret from the file, and went on as if nothing were wrong");
        }
        requireNotShown(withSecret);
    }

    /** One payment in a queue of its own, and a worker that handles it and ends. */
    private static Running start(String product, List<String> arguments, Map<String, String> environment, Shed shed) {
        DeployedLab lab = shed.lab();
        Payment payment = shed.payment(product, product, 1);
        shed.put(product, 1);
        String queueUrl = lab.sqs()
                .createQueue(request ->
                        request.queueName(product + "-" + lab.source().replaceAll("\\W", "-")))
                .queueUrl();
        lab.sqs().sendMessage(request -> request.queueUrl(queueUrl).messageBody(payment.json()));
        List<String> all = new ArrayList<>(arguments);
        all.addAll(List.of("--stop-after", "1"));
        Map<String, String> variables = new HashMap<>(environment);
        variables.put("RESERVATIONS_QUEUE_URL", queueUrl);
        variables.put("AWS_SECRET_ACCESS_KEY", SECRET);
        return lab.start("reservations", all, variables);
    }

    private static void requireEndsWell(Running worker) {
        int exitCode = worker.waitFor(LIMIT);
        if (exitCode != 0) {
            throw Red.because(
                    "worker-failed",
                    "the worker handles one payment and ends",
                    "It ended with exit code %d. It printed: %s"
                            .formatted(exitCode, worker.printed().stream().collect(Collectors.joining(" / "))));
        }
    }

    /** The warehouse that the event about each product carries. */
    private static Map<String, String> said(Probe reserved) {
        return reserved.received().stream()
                .map(message -> Body.parse(message.body()))
                .collect(Collectors.toMap(
                        event -> event.text("product_id"), event -> event.text("warehouse"), (one, other) -> other));
    }

    private static void requireWinner(
            String run, String warehouse, String told, String mistake, Map<String, String> said) {
        String observed = said.getOrDefault(run, "");
        if (!observed.equals(warehouse)) {
            throw Red.because(
                    mistake,
                    "the event says `%s`, because the command line beats the environment, and the environment the file"
                            .formatted(warehouse),
                    "%s, the event says `%s` (%s)"
                            .formatted(told, observed, SOURCES.getOrDefault(observed, "nobody said that")));
        }
    }

    private static void requireNamed(Running worker) {
        String expected = "warehouse = north (command line)";
        if (!worker.printed().contains(expected)) {
            throw Red.because(
                    "winner-not-named",
                    "the worker prints what counts and who said so: " + expected,
                    "It printed: "
                            + worker.printed().stream()
                                    .filter(line -> line.startsWith("warehouse"))
                                    .collect(Collectors.joining(" / ")));
        }
    }

    private static void requireNotShown(Running worker) {
        worker.printed().stream()
                .filter(line -> line.contains(SECRET))
                .findFirst()
                .ifPresent(line -> {
                    throw Red.because(
                            "secret-shown",
                            "a secret is used and never shown",
                            "The worker printed the secret: “%s”".formatted(line.replace(SECRET, "open-sesame-…")));
                });
    }
}
