package dev.edaworkshop.lab4.checks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.edaworkshop.testkit.DeployedLab;
import dev.edaworkshop.testkit.DeployedLab.QueueView;
import dev.edaworkshop.testkit.DeployedLab.Running;
import dev.edaworkshop.testkit.Exercise;
import dev.edaworkshop.testkit.Red;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Puts three failed payments into the queue, as Lambda does, and has your program redrive them. */
@Exercise("4.6")
class RedriveCheck {

    private static final List<String> ORDERS = List.of("o-1", "o-2", "o-3");
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final String EXPECTED =
            "each failed payment is done again: Payments gets what it was asked, nobody waits, and the queue is empty";

    @Test
    void what_failed_is_done_again_once_the_reason_is_repaired(DeployedLab lab) {
        Shop shop = new Shop(lab);
        lab.expectFailures(shop.payments());
        String queue = lab.output("PaymentFailuresQueueUrl");
        for (String order : ORDERS) {
            lab.sqs().sendMessage(request -> request.queueUrl(queue).messageBody(failed(order, shop)));
        }

        run(lab, List.of());
        requireNothingDone(shop, queue);
        run(lab, List.of("--go"));
        lab.drain();

        requireAskedAsBefore(shop, queue);
        requirePaidOnce(shop);
        requireEmpty(shop, queue);
    }

    private static void run(DeployedLab lab, List<String> arguments) {
        try (Running program = lab.start("redrive", arguments, Map.of())) {
            int code = program.waitFor(LIMIT);
            if (code != 0) {
                throw Red.because(
                        "program-failed",
                        "./lab run 4 redrive %s ends well".formatted(String.join(" ", arguments)),
                        "it ended with %d, and printed:%n    %s"
                                .formatted(code, String.join(System.lineSeparator() + "    ", program.printed())));
            }
        }
    }

    private static void requireNothingDone(Shop shop, String queue) {
        int waiting = waiting(shop, queue);
        if (!Attempt.of(shop.lab().journal(), shop.payments()).isEmpty() || waiting != ORDERS.size()) {
            throw Red.because(
                    "not-asked-to",
                    "without --go the program changes nothing",
                    "The program was started without --go, and the queue holds %d of %d failed payments"
                            .formatted(waiting, ORDERS.size()));
        }
    }

    private static void requireAskedAsBefore(Shop shop, String queue) {
        List<Attempt> attempts = Attempt.of(shop.lab().journal(), shop.payments());
        if (attempts.isEmpty() && waiting(shop, queue) == 0) {
            throw Red.because(
                    "thrown-away", EXPECTED, "The program has run: the queue is empty, and no order was paid");
        }
        if (attempts.isEmpty()) {
            throw Red.because(
                    "nothing-redriven",
                    EXPECTED,
                    "The program has run, and Payments was not asked again; the queue holds %d failed payments"
                            .formatted(waiting(shop, queue)));
        }
        if (attempts.stream().anyMatch(attempt -> attempt.request().has("requestPayload"))) {
            throw Red.because(
                    "redrives-the-record",
                    EXPECTED,
                    "Payments received the record of the failure, not the request inside it. Its answer: "
                            + attempts.getFirst().result().path("errorMessage").asText());
        }
        if (attempts.stream().anyMatch(Attempt::isSynchronous)) {
            throw Red.because(
                    "waits-for-the-answer",
                    EXPECTED,
                    "Payments was asked again, type RequestResponse: the program waited for the answer, and Lambda told no destination");
        }
    }

    private static void requirePaidOnce(Shop shop) {
        for (String order : ORDERS) {
            long charges = shop.charges(order);
            String state = shop.paymentState(order);
            if (charges != 1 || !state.equals("PAID")) {
                throw Red.because(
                        "not-paid-once",
                        "order %s is PAID, and charged once".formatted(order),
                        "Order %s was charged %d times, and its payment is %s"
                                .formatted(order, charges, state.isEmpty() ? "nowhere" : state));
            }
        }
    }

    private static void requireEmpty(Shop shop, String queue) {
        int waiting = waiting(shop, queue);
        if (waiting > 0) {
            throw Red.because(
                    "never-taken-out",
                    EXPECTED,
                    "All orders are paid, and the queue still holds %d failed payments. The next redrive finds them again"
                            .formatted(waiting));
        }
    }

    private static int waiting(Shop shop, String queue) {
        QueueView view = shop.lab().queue(queue);
        return view.visible() + view.inFlight();
    }

    /** What Lambda says about an invocation that failed three times. */
    private static String failed(String orderId, Shop shop) {
        ObjectNode record = Shop.object();
        record.put("version", "1.0").put("timestamp", "2026-11-20T09:18:05.568Z");
        record.putObject("requestContext")
                .put("requestId", "request-of-" + orderId)
                .put(
                        "functionArn",
                        "arn:aws:lambda:us-east-1:000000000000:function:%s:$LATEST".formatted(shop.payments()))
                .put("condition", "RetriesExhausted")
                .put("approximateInvokeCount", 3);
        record.set("requestPayload", Shop.json(shop.stockReserved(orderId, "card-7")));
        record.putObject("responseContext")
                .put("statusCode", 200)
                .put("executedVersion", "$LATEST")
                .put("functionError", "Unhandled");
        record.putObject("responsePayload")
                .put("errorMessage", "no answer from the payment provider for order " + orderId)
                .put("errorType", "dev.edaworkshop.lab4.payments.ProviderUnavailableException");
        return record.toString();
    }
}
