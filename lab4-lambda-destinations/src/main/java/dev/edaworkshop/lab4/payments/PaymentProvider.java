package dev.edaworkshop.lab4.payments;

import java.math.BigDecimal;

/** Somebody who moves money. Payments knows this and no bank. */
public interface PaymentProvider {

    /**
     * Asks for the money.
     *
     * @throws ProviderUnavailableException if there is no answer: the money may have been moved, or not
     */
    ChargeAnswer charge(Charge charge);

    /**
     * What is asked for.
     *
     * @param idempotencyKey a provider charges once for each key, however often it is asked
     * @param card what the customer pays with
     */
    record Charge(String idempotencyKey, String orderId, BigDecimal amount, String card) {}

    /** An answer; not to get one is something else. */
    sealed interface ChargeAnswer {}

    /** The money was moved. */
    record Charged(String booking) implements ChargeAnswer {}

    /**
     * The money was not moved, and asking again will not help.
     *
     * @param reason in the shop's words, the same whoever the provider is
     */
    record Declined(String reason) implements ChargeAnswer {}
}
