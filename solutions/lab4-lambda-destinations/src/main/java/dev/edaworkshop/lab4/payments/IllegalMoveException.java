package dev.edaworkshop.lab4.payments;

/** Somebody wants a payment to become what it cannot become any more. */
public final class IllegalMoveException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    IllegalMoveException(String orderId, PaymentState state, PaymentState next) {
        super("the payment of order %s is %s and cannot become %s".formatted(orderId, state, next));
    }
}
