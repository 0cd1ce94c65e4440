package dev.edaworkshop.lab4.receipts;

import dev.edaworkshop.lab4.given.Envelope;
import dev.edaworkshop.lab4.given.EventPublisher;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.InstantSource;
import java.util.Map;

/** Knows that somebody who has paid is to get a receipt, what a receipt says, and by which way it goes. */
final class Receipts {

    private static final String SOURCE = "shop.notifications";

    private final Mailbox mailbox;
    private final EventPublisher events;
    private final InstantSource clock;

    Receipts(Mailbox mailbox, EventPublisher events, InstantSource clock) {
        this.mailbox = mailbox;
        this.events = events;
        this.clock = clock;
    }

    void handle(Envelope paymentTaken) {
        String orderId = paymentTaken.text("order_id");
        /*
         * TODO 4.7  Receipts: the intelligent end.
         *
         * Here is known what a receipt says and by which way it goes, and nothing is done. Send it: receipt(…) writes the
         * mail, mailbox posts it. Then say so: receipt_sent, with facts(orderId), follows from payment_taken. An event that
         * is delivered twice is still one receipt.
         */
        System.out.printf("Order %s is paid. Somebody should send a receipt%n", orderId);
    }

    /** What the customer reads. */
    private static Mail receipt(String id, Envelope paymentTaken) {
        String orderId = paymentTaken.text("order_id");
        return new Mail(
                id,
                address(paymentTaken.text("customer_id")),
                "Your receipt for order " + orderId,
                "Thank you! We have received %s EUR for order %s.".formatted(euros(paymentTaken), orderId),
                paymentTaken.metadata().correlationId());
    }

    /** What there is to say about a receipt that was sent. */
    private static Map<String, Object> facts(String orderId) {
        return Map.of("order_id", orderId, "channel", "e-mail");
    }

    /** JSON does not keep the zero of 24.90 on all ways; a customer wants to see it. */
    private static BigDecimal euros(Envelope paymentTaken) {
        return paymentTaken.amount("amount").setScale(2, RoundingMode.HALF_EVEN);
    }

    /** Every customer has a letter box in the harbour. */
    private static String address(String customerId) {
        return customerId + "@letters.harbour.example";
    }
}
