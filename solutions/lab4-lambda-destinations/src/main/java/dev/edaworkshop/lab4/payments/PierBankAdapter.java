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
        // begin exercise 4.5
        // The boundary: what the bank says is translated here, into the two things that Payments can do something
        // about. "No" is an answer. "No answer" is a failure, and trying again is worth it. The bank's own words stay
        // in
        // the cause, where a log shows them; they reach no event.
        try {
            return new Charged(bank.charge(charge.idempotencyKey(), charge.orderId(), charge.amount(), charge.card()));
        } catch (PierBankCardRefusedException e) {
            return new Declined("card declined");
        } catch (PierBankException e) {
            throw new ProviderUnavailableException(charge.orderId(), e);
        }
        // end exercise 4.5
    }
}
