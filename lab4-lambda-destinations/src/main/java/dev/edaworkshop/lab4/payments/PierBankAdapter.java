package dev.edaworkshop.lab4.payments;

import dev.edaworkshop.lab4.given.pierbank.PierBank;
import dev.edaworkshop.lab4.given.pierbank.PierBankCardRefusedException;
import dev.edaworkshop.lab4.given.pierbank.PierBankException;

/**
 * PierBank as a payment provider. It says everything by exceptions: {@link PierBankCardRefusedException} is one kind of
 * {@link PierBankException}.
 */
final class PierBankAdapter implements PaymentProvider {

    private final PierBank bank;

    PierBankAdapter(PierBank bank) {
        this.bank = bank;
    }

    @Override
    public ChargeAnswer charge(Charge charge) {
        /*
         * TODO 4.5  Translate.
         *
         * The bank's exceptions go through Payments, through Lambda and into the records of failed payments. A card that
         * is declined looks like a breakdown: Lambda asks the customer's bank three times.
         *
         * Translate here, at the boundary. A declined card is an answer: new Declined("card declined"). A bank that does
         * not answer is a ProviderUnavailableException, in the shop's words. Nothing of the bank's goes any further.
         *
         * Check:  ./lab check 4.5
         * Read:   guide/lab4-lambda-destinations.md#45-translate
         */
        return new Charged(bank.charge(charge.idempotencyKey(), charge.orderId(), charge.amount(), charge.card()));
    }
}
