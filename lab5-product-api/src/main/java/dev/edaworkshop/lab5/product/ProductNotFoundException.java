package dev.edaworkshop.lab5.product;

/** There is no such product. */
public final class ProductNotFoundException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ProductNotFoundException(String productId) {
        super("There is no product %s".formatted(productId));
    }
}
