package dev.edaworkshop.lab4.payments;

import dev.edaworkshop.lab4.given.Envelope;
import dev.edaworkshop.lab4.given.EnvelopeFunction;
import java.time.InstantSource;
import java.util.Optional;

/** Payments' Lambda entry point: {@code stock_reserved} in, what came of its payment out. */
public final class PaymentsHandler extends EnvelopeFunction {

    private final Payments payments;

    /** Called by Lambda, once for each execution environment. */
    public PaymentsHandler() {
        this(new Payments(DynamoDbPaymentTable.fromEnvironment(), Providers.fromEnvironment(), InstantSource.system()));
    }

    PaymentsHandler(Payments payments) {
        this.payments = payments;
    }

    @Override
    protected Optional<Envelope> handle(Envelope stockReserved) {
        Envelope outcome = payments.pay(stockReserved);
        /*
         * TODO 4.7  Receipts.
         *
         * Payments writes an e-mail: it knows the customer's address, the wording, and that a receipt is an e-mail at all.
         * If Notifications wants to send it as a text message one day, Payments has to be changed, and deployed.
         *
         * Payments has said payment_taken; that is all it should do. Remove this, and take its permission to post mail
         * away in infra/DestinationsStack. Then let receipts/Receipts do it.
         *
         * Check:  ./lab check 4.7
         * Read:   guide/lab4-lambda-destinations.md#47-receipts
         */
        if (outcome.metadata().eventName().equals("payment_taken")) {
            sendEmail(
                    outcome.text("customer_id") + "@letters.harbour.example",
                    "Thank you! We have received %s EUR for order %s."
                            .formatted(outcome.amount("amount"), outcome.text("order_id")));
        }
        return Optional.of(outcome);
    }

    private static void sendEmail(String to, String body) {
        var mail = new dev.edaworkshop.lab4.receipts.Mail(
                java.util.UUID.randomUUID().toString(), to, "Harbour Goods", body, "unknown");
        dev.edaworkshop.lab4.receipts.OutboxMailbox.fromEnvironment().send(mail);
    }
}
