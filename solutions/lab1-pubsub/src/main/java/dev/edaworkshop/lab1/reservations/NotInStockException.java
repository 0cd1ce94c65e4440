package dev.edaworkshop.lab1.reservations;

/** Somebody paid for what is not there. */
public final class NotInStockException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NotInStockException(String productId, int quantity) {
        super("The shed does not have %d of product %s".formatted(quantity, productId));
    }
}
