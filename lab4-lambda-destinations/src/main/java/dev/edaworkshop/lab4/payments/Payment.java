package dev.edaworkshop.lab4.payments;

import java.math.BigDecimal;

/**
 * The payment of one order.
 *
 * @param requestId of the request it was opened for
 * @param note the provider's booking, or the reason why there is none; empty while nobody knows
 */
record Payment(String orderId, String requestId, BigDecimal amount, PaymentState state, String note) {

    /** A payment that the provider has not been asked for yet. */
    static Payment opened(PaymentRequest request) {
        return new Payment(request.orderId(), request.id(), request.amount(), PaymentState.AWAITING_CONFIRM, "");
    }

    /** @throws IllegalMoveException if a payment in this state cannot become that */
    Payment becoming(PaymentState next, String reason) {
        if (!state.mayBecome(next)) {
            throw new IllegalMoveException(orderId, state, next);
        }
        return new Payment(orderId, requestId, amount, next, reason);
    }

    /** @throws IllegalMoveException if somebody else's request opened this payment: an order is paid once */
    Payment requireOpenedBy(PaymentRequest request) {
        return request.id().equals(requestId) ? this : becoming(PaymentState.AWAITING_CONFIRM, note);
    }
}
