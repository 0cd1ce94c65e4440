package dev.edaworkshop.lab5.product;

/** Somebody else changed the product since the writer looked at it. */
public final class VersionConflictException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public VersionConflictException(String productId, long expected, long found) {
        super("Product %s has version %d by now; the change was made to version %d"
                .formatted(productId, found, expected));
    }
}
