package dev.edaworkshop.lab4.given.pierbank;

/** The bank was not reached: nothing was charged. */
public final class PierBankUnreachableException extends PierBankException {

    private static final long serialVersionUID = 1L;

    PierBankUnreachableException(String message) {
        super(message);
    }
}
