package dev.edaworkshop.lab5.product;

/** Somebody wants to create a product under an id that another product has. */
public final class ProductExistsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ProductExistsException(String productId, long version) {
        super("Product %s exists already, with other details (version %d)".formatted(productId, version));
    }
}
