package dev.edaworkshop.lab5.product;

/** The store holds something else than the writer expected, so it wrote nothing. */
public final class WriteRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public WriteRefusedException(String productId, Throwable cause) {
        super("Product %s is not what the writer expected".formatted(productId), cause);
    }

    public WriteRefusedException(String productId) {
        super("Product %s is not what the writer expected".formatted(productId));
    }
}
