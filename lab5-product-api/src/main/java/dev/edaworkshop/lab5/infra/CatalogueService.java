package dev.edaworkshop.lab5.infra;

import dev.edaworkshop.lab5.api.AdminHandler;
import dev.edaworkshop.lab5.api.StorefrontHandler;
import software.constructs.Construct;

/** Everything the catalogue owns: its table, and a function for each of the applications it serves. */
final class CatalogueService extends Construct {

    private final ProductTable table;
    private final ShopFunction storefront;
    private final ShopFunction admin;

    CatalogueService(Construct scope, String id) {
        super(scope, id);
        table = new ProductTable(this, "Products");
        storefront = new ShopFunction(this, "Storefront", StorefrontHandler.class);
        admin = new ShopFunction(this, "Admin", AdminHandler.class);
        /*
         * TODO 5.4  Domain constructs: what is each function for?
         *
         * To be on the safe side, every function may do everything with every table. But the storefront only reads, and
         * it is the one that anybody on the internet can talk to. Give each function what its own work needs, and
         * nothing else. If you take away too much, the local cloud refuses the request as AWS does, and
         * the check names the action that was denied.
         *
         * Check:  ./lab check 5.4
         * Read:   guide/lab5-product-api.md#54-domain-constructs
         */
        for (ShopFunction function : java.util.List.of(storefront, admin)) {
            table.allow(function, "GetItem", "Query", "Scan", "PutItem", "UpdateItem", "DeleteItem");
        }
    }

    /** What the catalogue answers to: the storefront may be asked by anybody, the rest by the back office. */
    void answer(CatalogueApi api) {
        api.open("GET", "/products", storefront);
        api.open("GET", "/products/{id}", storefront);
        api.staffOnly("PUT", "/products/{id}", admin);
        api.staffOnly("DELETE", "/products/{id}", admin);
        api.staffOnly("GET", "/admin/products", admin);
        api.staffOnly("GET", "/admin/products/{id}", admin);
    }

    ProductTable table() {
        return table;
    }

    ShopFunction storefront() {
        return storefront;
    }

    ShopFunction admin() {
        return admin;
    }
}
