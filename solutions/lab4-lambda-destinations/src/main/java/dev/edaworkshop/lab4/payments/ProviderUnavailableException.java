package dev.edaworkshop.lab4.payments;

/** The payment provider gave no answer. Asking again, with the same key, is the right thing to do. */
public final class ProviderUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ProviderUnavailableException(String orderId, Throwable cause) {
        super("no answer from the payment provider for order " + orderId, cause);
    }
}
