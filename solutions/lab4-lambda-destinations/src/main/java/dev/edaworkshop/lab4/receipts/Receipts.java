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
        // begin exercise 4.7
        // The mail's id is the event's: an event that is delivered twice is one receipt. And if the bus does not take
        // receipt_sent, the whole is tried again: the mail is not sent twice, and the event gets its second chance.
        mailbox.send(receipt(paymentTaken.metadata().eventId(), paymentTaken));
        events.publish(paymentTaken.followedBy("receipt_sent", SOURCE, facts(orderId), clock.instant()));
        // end exercise 4.7
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
