package dev.edaworkshop.lab3;

import dev.edaworkshop.lab3.given.InvalidEventException;
import java.math.BigDecimal;

/** A new product as the price tags see it, whichever version of product_created told of it. Prices are in euros. */
record NewProduct(String sku, BigDecimal price) {

    /** @throws InvalidEventException if the event does not say enough for a price tag */
    static NewProduct from(ShopEvent created) {
        // begin exercise 3.7
        // The edge: only here does anybody know that there are versions. Only the fields that a tag needs are read, so
        // all others may come and go.
        return switch (created.version()) {
            case 1 -> new NewProduct(created.text("sku"), created.amount("price"));
            case 2 -> new NewProduct(created.text("sku"), created.amount("unit_price"));
            default ->
                throw new InvalidEventException(
                        "product_created version %d: price tags read versions 1 and 2".formatted(created.version()));
        };
        // end exercise 3.7
    }
}
