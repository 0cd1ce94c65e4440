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
        // begin exercise 4.7
        // Payments says what happened, and that is all. Who is told, and by which way, is Notifications' business.
        // end exercise 4.7
        return Optional.of(outcome);
    }
    // begin exercise 4.7 mail
    // end exercise 4.7 mail
}
