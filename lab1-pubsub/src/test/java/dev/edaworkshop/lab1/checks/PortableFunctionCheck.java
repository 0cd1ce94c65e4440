package dev.edaworkshop.lab1.checks;

import com.fasterxml.jackson.databind.JsonNode;
import dev.edaworkshop.lab1.checks.Shed.Payment;
import dev.edaworkshop.testkit.DeployedLab;
import dev.edaworkshop.testkit.DeployedLab.Probe;
import dev.edaworkshop.testkit.DeployedLab.QueueView;
import dev.edaworkshop.testkit.DeployedLab.Running;
import dev.edaworkshop.testkit.Exercise;
import dev.edaworkshop.testkit.Red;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Runs the reservations on paper, in Lambda and in a worker, and compares what they leave behind. */
@Exercise("1.5")
class PortableFunctionCheck {

    private static final int PIECES = 20;
    private static final List<Integer> QUANTITIES = List.of(2, 3);
    private static final String THE_DRY_RUNS_TIME = "2026-11-20T09:15:00Z";
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @Test
    void runs_on_paper_in_lambda_and_in_a_worker_with_the_same_result(DeployedLab lab) {
        Shed shed = new Shed(lab);
        Probe reserved = lab.probe(lab.output("StockReservedTopicArn"));
        List<Payment> onPaper = payments("p-paper", shed);
        List<Body> paper = paper(lab, batch(60_000, onPaper), batch(5, onPaper));
        requireNoConnection(paper.getFirst());
        requireClockHandedIn(paper.getFirst());
        requireStopsInTime(paper.getLast());
        String result = result("p-paper", left(paper.getFirst()), list(paper.getFirst(), "published"));
        requireReserved(result);

        List<Payment> forTheWorker = payments("p-worker", shed);
        List<Payment> forLambda = payments("p-lambda", shed);
        shed.put("p-worker", PIECES);
        shed.put("p-lambda", PIECES);
        try (Running worker = worker(forTheWorker, lab)) {
            forLambda.forEach(shed::publish);
            lab.drain();
            requireEndsWell(worker, lab);
        }
        lab.drain();
        List<Body> said = reserved.received().stream()
                .map(message -> Body.parse(message.body()))
                .toList();
        requireSame("Lambda", result, result("p-lambda", shed.count("p-lambda"), said));
        requireSame("The worker", result, result("p-worker", shed.count("p-worker"), said));
    }

    private static List<Payment> payments(String product, Shed shed) {
        List<Payment> payments = new ArrayList<>();
        for (int quantity : QUANTITIES) {
            payments.add(shed.payment("%s-%d".formatted(product, quantity), product, quantity));
        }
        return payments;
    }

    private static String batch(int remainingMillis, List<Payment> payments) {
        return """
                {"remaining_ms": %d, "stock": {"p-paper": %d}, "messages": [%s]}""".formatted(
                remainingMillis, PIECES, payments.stream().map(Payment::json).collect(Collectors.joining(", ")));
    }

    private static List<Body> paper(DeployedLab lab, String... batches) {
        try (Running paper = lab.start("dry-run", List.of(batches), Map.of())) {
            int exitCode = paper.waitFor(LIMIT);
            List<Body> results = paper.printed().stream()
                    .filter(line -> line.startsWith("{"))
                    .map(Body::parse)
                    .toList();
            if (exitCode != 0 || results.size() != batches.length) {
                throw Red.because(
                        "dry-run-failed",
                        "the function runs without a network",
                        "The dry run ended with exit code %d. It printed: %s".formatted(exitCode, beginning(paper)));
            }
            return results;
        }
    }

    private static void requireNoConnection(Body paper) {
        List<String> asked = texts(paper, "connections");
        if (!asked.isEmpty()) {
            throw Red.because(
                    "own-client",
                    "the function uses the stock and the events that were handed in, and opens no connection of its own",
                    "On paper there is no network, and the function asked for a connection to %s. Whose client is that?"
                            .formatted(String.join(" and ", asked)));
        }
    }

    private static void requireClockHandedIn(Body paper) {
        for (Body event : list(paper, "published")) {
            if (!event.text("occurred_at").equals(THE_DRY_RUNS_TIME)) {
                throw Red.because(
                        "own-clock",
                        "the function asks the clock that was handed in",
                        "The event happened at %s, the clock that was handed in says %s. Which clock was asked?"
                                .formatted(event.text("occurred_at"), THE_DRY_RUNS_TIME));
            }
        }
    }

    private static void requireStopsInTime(Body paper) {
        String expected = "with 5 ms left the function begins nothing, and names the messages it has not begun";
        int taken = PIECES - left(paper);
        if (taken != 0 || !list(paper, "published").isEmpty()) {
            throw Red.because(
                    "deadline-ignored",
                    expected,
                    "5 ms were left for %d messages, and it began: %d pieces were taken"
                            .formatted(QUANTITIES.size(), taken));
        }
        List<String> notDone = texts(paper, "not_done");
        if (notDone.size() != QUANTITIES.size()) {
            throw Red.because(
                    "rest-not-reported",
                    expected,
                    "It stopped in time, %d messages are not done, and the answer does not name them: it names %s"
                            .formatted(QUANTITIES.size(), notDone));
        }
    }

    private static void requireReserved(String result) {
        String expected = "15 left; 2 pier, 3 pier";
        if (!result.equals(expected)) {
            throw Red.because(
                    "not-reserved",
                    "of 20 pieces 2 and 3 are reserved, and stock_reserved says so for each: " + expected,
                    "On paper it is: " + result);
        }
    }

    private static Running worker(List<Payment> payments, DeployedLab lab) {
        String queueUrl = lab.sqs()
                .createQueue(
                        request -> request.queueName("worker-" + lab.source().replaceAll("\\W", "-")))
                .queueUrl();
        payments.forEach(payment ->
                lab.sqs().sendMessage(request -> request.queueUrl(queueUrl).messageBody(payment.json())));
        return lab.start(
                "reservations",
                List.of("--stop-after", String.valueOf(payments.size())),
                Map.of("RESERVATIONS_QUEUE_URL", queueUrl));
    }

    private static void requireEndsWell(Running worker, DeployedLab lab) {
        int exitCode = worker.waitFor(LIMIT);
        QueueView queue = lab.queue(lab.sqs()
                .getQueueUrl(
                        request -> request.queueName("worker-" + lab.source().replaceAll("\\W", "-")))
                .queueUrl());
        int left = queue.visible() + queue.inFlight();
        if (exitCode != 0 || left > 0) {
            throw Red.because(
                    "worker-failed",
                    "the worker handles %d payments, deletes their messages and ends".formatted(QUANTITIES.size()),
                    "It ended with exit code %d, and %d messages are still there. It printed: %s"
                            .formatted(exitCode, left, beginning(worker)));
        }
    }

    private static void requireSame(String who, String onPaper, String result) {
        if (!result.equals(onPaper)) {
            throw Red.because(
                    "another-result",
                    "the same code has the same result wherever it runs: " + onPaper,
                    "%s leaves: %s".formatted(who, result));
        }
    }

    /** What is left of a product, and what was said about it, without what differs from run to run. */
    private static String result(String product, int left, List<Body> said) {
        return "%d left; %s"
                .formatted(
                        left,
                        said.stream()
                                .filter(event -> event.text("event_name").equals("stock_reserved"))
                                .filter(event -> event.text("product_id").equals(product))
                                .map(event -> event.text("quantity") + " " + event.text("warehouse"))
                                .sorted()
                                .collect(Collectors.joining(", ")));
    }

    private static int left(Body paper) {
        return paper.json().path("stock").path("p-paper").asInt();
    }

    private static List<Body> list(Body body, String field) {
        return StreamSupport.stream(body.json().path(field).spliterator(), false)
                .map(Body::new)
                .toList();
    }

    private static List<String> texts(Body body, String field) {
        return StreamSupport.stream(body.json().path(field).spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static String beginning(Running program) {
        return program.printed().stream().limit(5).collect(Collectors.joining(" / "));
    }
}
