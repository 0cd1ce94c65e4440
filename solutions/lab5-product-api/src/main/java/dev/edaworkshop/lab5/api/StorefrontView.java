package dev.edaworkshop.lab5.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.edaworkshop.lab5.product.Product;
import dev.edaworkshop.lab5.product.ProductDetails;

/** A product as a customer sees it. */
final class StorefrontView {

    static ObjectNode of(Product product) {
        // begin exercise 5.1
        // Field by field: what a product gets in addition one day is not shown by accident. It shares no code with the
        // back office's view, so that whoever changes one of them need not look at the other.
        ProductDetails details = product.details();
        return Json.object()
                .put("product_id", product.productId())
                .put("sku", details.sku())
                .put("name", details.name())
                .put("category", details.category())
                .put("price", details.price())
                .put("region", details.region());
        // end exercise 5.1
    }

    private StorefrontView() {}
}
