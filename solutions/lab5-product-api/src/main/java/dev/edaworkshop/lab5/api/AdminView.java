package dev.edaworkshop.lab5.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.edaworkshop.lab5.product.Product;
import dev.edaworkshop.lab5.product.ProductDetails;

/** A product as the back office sees it: everything. */
final class AdminView {

    static ObjectNode of(Product product) {
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
                .put("created_at", product.createdAt().toString())
                .put("updated_at", product.updatedAt().toString());
    }

    private AdminView() {}
}
