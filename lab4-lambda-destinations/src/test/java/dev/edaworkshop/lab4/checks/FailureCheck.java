package dev.edaworkshop.lab4.checks;

import com.fasterxml.jackson.databind.JsonNode;
import dev.edaworkshop.testkit.DeployedLab;
import dev.edaworkshop.testkit.Exercise;
import dev.edaworkshop.testkit.Red;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Asks Payments for something it cannot do, and looks into the queue of failed payments. */
@Exercise("4.2")
class FailureCheck {

    private static final String EXPECTED =
            "after the last attempt one record lies in the queue of failed payments: the request, the reason, the number of attempts";

    @Test
    void what_payments_cannot_do_is_kept_with_its_reason(DeployedLab lab) {
        Shop shop = new Shop(lab);
        lab.expectFailures(shop.payments());
        var harbour = new BusEvents(lab.probeBus(lab.output("BusName"), BusEvents.EVERYTHING));
        String queue = lab.output("PaymentFailuresQueueUrl");
        // Nobody can be charged without a card, however often it is tried.
        String request = shop.stockReserved("o-1", "");

        shop.invokeLater(shop.payments(), request);
        lab.drain();

        List<Attempt> attempts = shop.attempts("o-1");
        requireThrown(attempts);
        JsonNode record = requireOneRecord(shop.take(queue), attempts, harbour);
        requireReason(record, Shop.json(request), attempts);

        shop.invokeLater(shop.payments(), shop.stockReserved("o-2", "card-7"));
        lab.drain();

        requireFailuresOnly(shop.take(queue));
    }

    private static void requireThrown(List<Attempt> attempts) {
        long returned = attempts.stream().filter(Attempt::returned).count();
        if (returned > 0) {
            throw Red.because(
                    "swallowed",
                    "Payments throws when it cannot do what it was asked: stock_reserved names no card",
                    "Payments got a request without a card and returned normally: for Lambda this was a success");
        }
    }

    private static JsonNode requireOneRecord(List<String> messages, List<Attempt> attempts, BusEvents harbour) {
        if (messages.isEmpty() && !harbour.failureReports("o-1").isEmpty()) {
            throw Red.because(
                    "failures-fly-by",
                    EXPECTED,
                    "Lambda's report of the failure came over the bus, and the queue is empty");
        }
        if (messages.isEmpty()) {
            throw Red.because(
                    "nobody-told",
                    EXPECTED,
                    "Payments failed %d times, at %s, and nobody was told: the request for order o-1 is gone"
                            .formatted(attempts.size(), Attempt.times(attempts)));
        }
        if (messages.size() > 1) {
            throw Red.because(
                    "told-twice", EXPECTED, "One request failed, and %d records say so".formatted(messages.size()));
        }
        JsonNode record = Shop.json(messages.getFirst());
        if (!record.has("requestContext") && record.has("metadata")) {
            throw Red.because(
                    "bare-event",
                    EXPECTED,
                    "The queue holds the request alone. Nothing in the message says what went wrong, or how often it was tried");
        }
        if (!record.has("requestContext")) {
            throw Red.because("not-a-record", EXPECTED, "The queue holds something else: " + messages.getFirst());
        }
        return record;
    }

    private static void requireReason(JsonNode record, JsonNode request, List<Attempt> attempts) {
        String condition = record.at("/requestContext/condition").asText();
        if (!condition.equals("RetriesExhausted") && !condition.equals("EventAgeExceeded")) {
            throw Red.because(
                    "told-of-successes",
                    EXPECTED,
                    "The queue of failed payments holds a record of the condition `%s`".formatted(condition));
        }
        int counted = record.at("/requestContext/approximateInvokeCount").asInt();
        boolean complete = record.path("requestPayload").equals(request)
                && !record.at("/responsePayload/errorMessage").asText().isEmpty()
                && counted == attempts.size();
        if (!complete) {
            throw Red.because("not-a-record", EXPECTED, "The record does not say all of it: " + record);
        }
    }

    private static void requireFailuresOnly(List<String> messages) {
        if (!messages.isEmpty()) {
            throw Red.because(
                    "told-of-successes",
                    "a payment that was taken leaves nothing in the queue of failed payments",
                    "Order o-2 was paid, and the queue of failed payments says: " + messages.getFirst());
        }
    }
}
