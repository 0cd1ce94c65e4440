package dev.edaworkshop.lab4.given.pierbank;

/** The bank will not pay with this card. */
public final class PierBankCardRefusedException extends PierBankException {

    private static final long serialVersionUID = 1L;

    PierBankCardRefusedException(String message) {
        super(message);
    }
}
