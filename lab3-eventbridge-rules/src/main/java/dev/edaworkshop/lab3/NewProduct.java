package dev.edaworkshop.lab3;

import dev.edaworkshop.lab3.given.InvalidEventException;
import java.math.BigDecimal;

/** A new product as the price tags see it, whichever version of product_created told of it. Prices are in euros. */
record NewProduct(String sku, BigDecimal price) {

    /** @throws InvalidEventException if the event does not say enough for a price tag */
    static NewProduct from(ShopEvent created) {
        /*
         * TODO 3.7  Contract: read both versions.
         *
         * This knows version 1 only. Version 2 has a unit_price instead of a price; version 1 will be with us for years,
         * because the archive is full of it. Keep the difference in here: nobody else needs to know.
         */
        return new NewProduct(created.text("sku"), created.amount("price"));
    }
}
