package dev.edaworkshop.lab4.payments;

import dev.edaworkshop.lab4.given.crabpay.CrabPay;
import java.io.IOException;

/** CrabPay as a payment provider. It answers with a status. */
final class CrabPayAdapter implements PaymentProvider {

    private final CrabPay crabPay;

    CrabPayAdapter(CrabPay crabPay) {
        this.crabPay = crabPay;
    }

    @Override
    public ChargeAnswer charge(Charge charge) {
        try {
            CrabPay.Reply reply =
                    crabPay.pinch(charge.idempotencyKey(), charge.amount(), charge.card(), charge.orderId());
            return switch (reply.status()) {
                case DONE -> new Charged(reply.booking());
                case NO_MONEY -> new Declined("card declined");
            };
        } catch (IOException e) {
            throw new ProviderUnavailableException(charge.orderId(), e);
        }
    }
}
