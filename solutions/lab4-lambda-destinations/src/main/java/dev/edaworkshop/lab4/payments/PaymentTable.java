package dev.edaworkshop.lab4.payments;

import java.util.Optional;

/** Where Payments remembers what it has asked for, and what came of it. */
interface PaymentTable {

    /** Empty if nobody has opened a payment for this order. */
    Optional<Payment> find(String orderId);

    /**
     * Writes down a new payment.
     *
     * @throws IllegalMoveException if the order has one already, whoever was faster
     */
    Payment open(Payment payment);

    /**
     * Writes down what became of a payment.
     *
     * @throws IllegalMoveException if it is no longer in the state in which it was read
     */
    Payment replace(Payment payment, Payment next);
}
