package dev.edaworkshop.lab4.checks;

import com.fasterxml.jackson.databind.JsonNode;
import dev.edaworkshop.testkit.DeployedLab;
import dev.edaworkshop.testkit.DeployedLab.Fault;
import dev.edaworkshop.testkit.Exercise;
import dev.edaworkshop.testkit.Red;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Reserves something for an order, and listens on the bus for what comes of its payment. */
@Exercise("4.1")
class SuccessCheck {

    private static final String EXPECTED =
            "Payments is invoked, nobody waits for it, and Lambda reports what it returned to the harbour's bus";

    @Test
    void what_payments_returns_reaches_the_bus_and_payments_knows_no_bus(DeployedLab lab) {
        Shop shop = new Shop(lab);
        var harbour = new BusEvents(lab.probeBus(lab.output("BusName"), BusEvents.EVERYTHING));
        var elsewhere = new BusEvents(lab.probeBus("default", BusEvents.EVERYTHING));

        shop.publish("shop.inventory", "stock_reserved", shop.stockReserved("o-1", "card-7"));
        lab.drain();

        requireNobodyWaits(shop.attempts("o-1"));
        requireNotPublished(harbour, "o-1");
        JsonNode report = requireOneReport(harbour.successReports("o-1"), elsewhere);
        requirePaymentTaken(report.path("responsePayload"), lab);
        requireNoSuccessWithoutOne(shop, harbour);
    }

    private static void requireNobodyWaits(List<Attempt> attempts) {
        if (attempts.isEmpty()) {
            throw Red.because(
                    "nobody-asks",
                    EXPECTED,
                    "stock_reserved came over the bus, and Payments was not invoked at all. Who asks it?");
        }
        if (attempts.stream().anyMatch(Attempt::isSynchronous)) {
            throw Red.because(
                    "somebody-waits",
                    EXPECTED,
                    "%d invocation of Payments, type RequestResponse: somebody waited for its answer. Destinations apply to asynchronous invocations only"
                            .formatted(attempts.size()));
        }
        if (attempts.size() > 1) {
            throw Red.because(
                    "asked-twice",
                    EXPECTED,
                    "One order was reserved, and Payments was invoked %d times, at %s. By how many ways is it asked?"
                            .formatted(attempts.size(), Attempt.times(attempts)));
        }
    }

    private static void requireNotPublished(BusEvents harbour, String orderId) {
        if (!harbour.published("payment_taken", orderId).isEmpty()) {
            throw Red.because(
                    "published-by-hand",
                    EXPECTED,
                    "Somebody's code put payment_taken on the bus. Which line of yours would not be needed if Lambda did that?");
        }
    }

    private static JsonNode requireOneReport(List<JsonNode> reports, BusEvents elsewhere) {
        if (reports.isEmpty() && !elsewhere.successReports("o-1").isEmpty()) {
            throw Red.because(
                    "wrong-bus",
                    EXPECTED,
                    "Lambda's report arrived on the bus `default`, where nobody of the shop listens");
        }
        if (reports.isEmpty()) {
            throw Red.because(
                    "result-dropped",
                    EXPECTED,
                    "Payments returned payment_taken, and nobody was told: no report of Lambda came over the bus");
        }
        if (reports.size() > 1) {
            throw Red.because(
                    "asked-twice", EXPECTED, "Lambda reported one payment %d times".formatted(reports.size()));
        }
        return reports.getFirst();
    }

    private static void requirePaymentTaken(JsonNode result, DeployedLab lab) {
        String name = result.path("metadata").path("event_name").asText("nothing");
        String conversation = result.path("metadata").path("correlation_id").asText();
        if (!name.equals("payment_taken") || !conversation.equals(lab.source())) {
            throw Red.because(
                    "not-the-payment",
                    "the responsePayload of the report is payment_taken, of the conversation that stock_reserved began",
                    "The report says `%s`, of the conversation `%s`".formatted(name, conversation));
        }
    }

    private static void requireNoSuccessWithoutOne(Shop shop, BusEvents harbour) {
        try (Fault _ = shop.lab().fail(shop.payments())) {
            shop.publish("shop.inventory", "stock_reserved", shop.stockReserved("o-2", "card-7"));
            shop.lab().drain();
        }
        if (!harbour.said("payment_taken", "o-2").isEmpty()) {
            throw Red.because(
                    "published-by-hand",
                    "a payment that failed is not reported as one that succeeded",
                    "Payments failed for order o-2, and payment_taken came over the bus all the same");
        }
    }
}
