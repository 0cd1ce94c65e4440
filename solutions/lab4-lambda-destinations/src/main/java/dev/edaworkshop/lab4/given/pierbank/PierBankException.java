package dev.edaworkshop.lab4.given.pierbank;

/** Whatever the bank has to say other than yes. */
public abstract sealed class PierBankException extends RuntimeException
        permits PierBankCardRefusedException, PierBankUnreachableException, PierBankTimeoutException {

    private static final long serialVersionUID = 1L;

    PierBankException(String message) {
        super(message);
    }
}
