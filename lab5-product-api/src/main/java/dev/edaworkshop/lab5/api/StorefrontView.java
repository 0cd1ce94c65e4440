package dev.edaworkshop.lab5.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.edaworkshop.lab5.product.Product;
import dev.edaworkshop.lab5.product.ProductDetails;

/** A product as a customer sees it. */
final class StorefrontView {

    static ObjectNode of(Product product) {
        // TODO 5.1  Lean handler: a facade for each application. Customers see what the shop paid for a product. And
        //           whenever the back office changes a cost, every page that a customer has seen looks new.
        ProductDetails details = product.details();
        return Json.object()
                .put("product_id", product.productId())
                .put("sku", details.sku())
                .put("name", details.name())
                .put("category", details.category())
                .put("price", details.price())
                .put("cost", details.cost())
                .put("region", details.region())
                .put("version", product.version())
                .put("updated_at", product.updatedAt().toString());
    }

    private StorefrontView() {}
}
