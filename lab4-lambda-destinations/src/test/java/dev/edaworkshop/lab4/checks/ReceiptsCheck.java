package dev.edaworkshop.lab4.checks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.edaworkshop.localcloud.journal.Hop;
import dev.edaworkshop.localcloud.journal.Hop.Kind;
import dev.edaworkshop.testkit.DeployedLab;
import dev.edaworkshop.testkit.Exercise;
import dev.edaworkshop.testkit.Red;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Says that orders were paid, as Lambda reports it, and reads the outbox. */
@Exercise("4.7")
class ReceiptsCheck {

    private static final String ONE_RECEIPT =
            "payment_taken of order o-1, delivered twice, is one receipt in the outbox";

    @Test
    void a_payment_becomes_one_receipt_and_payments_knows_nothing_of_mail(DeployedLab lab) {
        Shop shop = new Shop(lab);
        var harbour = new BusEvents(lab.probeBus(lab.output("BusName"), BusEvents.EVERYTHING));

        report("payment_taken", "o-1", shop);
        report("payment_taken", "o-1", shop); // at least once: the same event, delivered twice
        report("payment_declined", "o-2", shop);
        shop.invokeLater(shop.payments(), shop.stockReserved("o-3", "card-7"));
        lab.drain();

        requirePaymentsKnowsNoMail(lab);
        requireReceipt(mails("o-1", shop));
        requireNone(mails("o-2", shop));
        requireSaid(harbour.said("receipt_sent", "o-1"), lab);
    }

    /** As Lambda reports that Payments returned. */
    private static void report(String eventName, String orderId, Shop shop) {
        String facts = """
                {"order_id": "%s", "customer_id": "c-7", "amount": %s, "reason": "card declined"}""".formatted(orderId, Shop.AMOUNT);
        ObjectNode record = Shop.object();
        record.put("version", "1.0").put("timestamp", "2026-11-20T09:15:05.568Z");
        record.putObject("requestContext").put("condition", "Success").put("approximateInvokeCount", 1);
        record.set("requestPayload", Shop.json(shop.stockReserved(orderId, "card-7")));
        record.putObject("responseContext").put("statusCode", 200).put("executedVersion", "$LATEST");
        record.set(
                "responsePayload", Shop.json(shop.event(eventName, "shop.payments", eventName + "-" + orderId, facts)));
        shop.publish("lambda", "Lambda Function Invocation Result - Success", record.toString());
    }

    private static void requirePaymentsKnowsNoMail(DeployedLab lab) {
        String role = lab.lambda()
                .getFunctionConfiguration(request -> request.functionName(lab.output("PaymentsFunction")))
                .role();
        String roleName = role.substring(role.lastIndexOf('/') + 1);
        boolean used = lab.journal().stream()
                .filter(hop -> hop.kind() == Kind.API_CALL || hop.kind() == Kind.DENIED)
                .filter(hop -> hop.to().endsWith("/" + lab.output("OutboxTable")))
                .map(Hop::from)
                .anyMatch(from -> from.contains("/" + roleName));
        if (used) {
            throw Red.because(
                    "payments-writes-mail",
                    "Payments takes money and says so; it posts no mail",
                    "Order o-3 was paid, and the mailbox was used by `payments`. Whose business is it how a customer is told?");
        }
    }

    private static List<Map<String, AttributeValue>> mails(String orderId, Shop shop) {
        return shop.items("OutboxTable").stream()
                .filter(mail -> text(mail, "subject").concat(text(mail, "body")).contains(orderId))
                .toList();
    }

    private static void requireReceipt(List<Map<String, AttributeValue>> mails) {
        if (mails.isEmpty()) {
            throw Red.because(
                    "no-receipt",
                    ONE_RECEIPT,
                    "payment_taken came over the bus, and nothing is in the outbox about o-1");
        }
        if (mails.size() > 1) {
            throw Red.because(
                    "receipt-twice",
                    ONE_RECEIPT,
                    "The customer received %d receipts for one payment".formatted(mails.size()));
        }
        Map<String, AttributeValue> mail = mails.getFirst();
        // 24.9 is the same amount; JSON does not keep the zero on all ways.
        if (!text(mail, "body").contains(Shop.AMOUNT.replaceFirst("0$", ""))
                || !text(mail, "to").contains("c-7")) {
            throw Red.because(
                    "no-receipt",
                    "a receipt goes to the customer, c-7, and says order and amount, %s".formatted(Shop.AMOUNT),
                    "To %s: %s".formatted(text(mail, "to"), text(mail, "body")));
        }
    }

    private static void requireNone(List<Map<String, AttributeValue>> mails) {
        if (!mails.isEmpty()) {
            throw Red.because(
                    "no-receipt",
                    "nobody gets a receipt for a payment that was declined",
                    "The payment of o-2 was declined, and the outbox says: " + text(mails.getFirst(), "body"));
        }
    }

    private static void requireSaid(List<JsonNode> said, DeployedLab lab) {
        if (said.isEmpty()) {
            throw Red.because(
                    "kept-secret",
                    "Notifications says receipt_sent on the bus",
                    "The receipt for o-1 is in the outbox, and nobody said receipt_sent");
        }
        List<String> conversations = said.stream()
                .map(event -> event.at("/metadata/correlation_id").asText())
                .distinct()
                .toList();
        if (!conversations.equals(List.of(lab.source()))) {
            throw Red.because(
                    "another-conversation",
                    "receipt_sent carries the correlation id that stock_reserved began with",
                    "The conversation is `%s`, and receipt_sent belongs to %s: copy it, do not create it"
                            .formatted(lab.source(), conversations));
        }
        if (said.stream()
                        .map(event -> event.at("/metadata/event_id").asText())
                        .distinct()
                        .count()
                > 1) {
            throw Red.because(
                    "receipt-twice",
                    "one receipt is one receipt_sent",
                    "receipt_sent was said %d times for one receipt, each time with another event_id"
                            .formatted(said.size()));
        }
    }

    private static String text(Map<String, AttributeValue> mail, String attribute) {
        return mail.getOrDefault(attribute, AttributeValue.fromS("")).s();
    }
}
