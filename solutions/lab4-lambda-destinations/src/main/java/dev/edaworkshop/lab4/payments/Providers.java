package dev.edaworkshop.lab4.payments;

import dev.edaworkshop.lab4.given.ProviderBooks;
import dev.edaworkshop.lab4.given.Variables;
import dev.edaworkshop.lab4.given.crabpay.CrabPay;
import dev.edaworkshop.lab4.given.pierbank.PierBank;

/** Which provider the shop works with today; the variable {@code PAYMENT_PROVIDER} says so. */
final class Providers {

    static PaymentProvider fromEnvironment() {
        String name = Variables.require("PAYMENT_PROVIDER");
        ProviderBooks books = ProviderBooks.fromEnvironment();
        return switch (name) {
            case "pierbank" -> new PierBankAdapter(new PierBank(books));
            case "crabpay" -> new CrabPayAdapter(new CrabPay(books));
            default ->
                throw new IllegalStateException(
                        "PAYMENT_PROVIDER is %s; there are pierbank and crabpay".formatted(name));
        };
    }

    private Providers() {}
}
