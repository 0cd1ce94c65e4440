package dev.edaworkshop.lab4.payments;

import dev.edaworkshop.lab4.given.Envelope;
import java.math.BigDecimal;

/**
 * What is to be paid, and with what.
 *
 * @param id of the event that asks for it: a repetition of the request has the same
 */
record PaymentRequest(String id, String orderId, String customerId, BigDecimal amount, String card) {

    PaymentRequest {
        if (amount.signum() <= 0) {
            throw new IllegalArgumentException(
                    "Order %s: the amount must be positive, was %s".formatted(orderId, amount));
        }
    }

    /** Reads it from {@code stock_reserved}: what is reserved is to be paid. */
    static PaymentRequest from(Envelope stockReserved) {
        return new PaymentRequest(
                stockReserved.metadata().eventId(),
                stockReserved.text("order_id"),
                stockReserved.text("customer_id"),
                stockReserved.amount("amount"),
                stockReserved.text("card"));
    }
}
