package dev.edaworkshop.lab5.product;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What the back office decides about a product.
 *
 * @param price in euros, what a customer pays
 * @param cost in euros, what the shop paid; nobody's business outside
 */
public record ProductDetails(
        String sku, String name, String category, BigDecimal price, BigDecimal cost, String region) {

    private static final int CENTS = 2;

    public ProductDetails {
        // 24.9 and 24.90 are the same amount; written in one way they are also equal.
        price = inCents("price", price);
        cost = inCents("cost", cost);
    }

    private static BigDecimal inCents(String field, BigDecimal amount) {
        if (amount.signum() < 0 || amount.stripTrailingZeros().scale() > CENTS) {
            throw new IllegalArgumentException(
                    "%s must be an amount in euros and cents, was %s".formatted(field, amount));
        }
        return amount.setScale(CENTS, RoundingMode.UNNECESSARY);
    }
}
