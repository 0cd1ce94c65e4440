package dev.edaworkshop.lab4.receipts;

import dev.edaworkshop.lab4.given.BusPublisher;
import dev.edaworkshop.lab4.given.Envelope;
import dev.edaworkshop.lab4.given.EnvelopeFunction;
import java.time.InstantSource;
import java.util.Optional;

/** The Lambda entry point of receipts: {@code payment_taken} in. */
public final class ReceiptsHandler extends EnvelopeFunction {

    private final Receipts receipts;

    /** Called by Lambda, once for each execution environment. */
    public ReceiptsHandler() {
        this(new Receipts(OutboxMailbox.fromEnvironment(), BusPublisher.fromEnvironment(), InstantSource.system()));
    }

    ReceiptsHandler(Receipts receipts) {
        this.receipts = receipts;
    }

    @Override
    protected Optional<Envelope> handle(Envelope paymentTaken) {
        receipts.handle(paymentTaken);
        return Optional.empty();
    }
}
