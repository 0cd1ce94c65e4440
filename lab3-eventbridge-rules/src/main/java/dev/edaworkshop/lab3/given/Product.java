package dev.edaworkshop.lab3.given;

import java.math.BigDecimal;

/** A product on the pier, as the catalogue knows it. The price is in euros. */
public record Product(String productId, String sku, String name, String category, BigDecimal price, String region) {

    public Product {
        Require.text("Product", "product_id", productId);
        Require.text("Product " + productId, "sku", sku);
        Require.text("Product " + productId, "name", name);
        Require.text("Product " + productId, "category", category);
        Require.text("Product " + productId, "region", region);
        Require.price("Product " + productId, "price", price);
    }
}
