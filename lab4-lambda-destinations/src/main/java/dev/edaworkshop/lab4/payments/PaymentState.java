package dev.edaworkshop.lab4.payments;

/**
 * Where a payment stands. It begins with waiting for the provider's word, and ends with yes or no.
 *
 * <pre>
 * AWAITING_CONFIRM → PAID
 *                  → DECLINED
 * </pre>
 */
public enum PaymentState {
    AWAITING_CONFIRM,
    PAID,
    DECLINED;

    boolean mayBecome(PaymentState next) {
        return this == AWAITING_CONFIRM && next != AWAITING_CONFIRM;
    }
}
