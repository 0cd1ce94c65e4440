package dev.edaworkshop.lab4.given.pierbank;

/** The bank did not answer in time: it may have charged, or not. */
public final class PierBankTimeoutException extends PierBankException {

    private static final long serialVersionUID = 1L;

    PierBankTimeoutException(String message) {
        super(message);
    }
}
