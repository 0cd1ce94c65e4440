package dev.edaworkshop.lab5.product;

/** What came of a write. */
public record Written(Product product, Outcome outcome) {

    public enum Outcome {
        CREATED,
        CHANGED,
        /** The product was like this already, and nothing was written. */
        UNCHANGED
    }
}
