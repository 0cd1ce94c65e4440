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
        // begin exercise 5.4
        // Each function gets what its own work needs. Whoever breaks into the storefront, or makes a mistake there, can
        // read what customers may read anyway, and destroy nothing.
        table.allow(storefront, "GetItem", "Query", "Scan");
        table.allow(admin, "GetItem", "Query", "Scan", "PutItem", "DeleteItem");
        // end exercise 5.4
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
