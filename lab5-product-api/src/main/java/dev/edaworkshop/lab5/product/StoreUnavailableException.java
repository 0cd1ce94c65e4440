package dev.edaworkshop.lab5.product;

/** Nobody did anything wrong: the store is busy or away, and later the same request may succeed. */
public final class StoreUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StoreUnavailableException(String what, Throwable cause) {
        super(what, cause);
    }
}
