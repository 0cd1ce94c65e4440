package dev.edaworkshop.lab5.product;

import java.util.List;
import java.util.Optional;

/**
 * Some of the products that were asked for.
 *
 * @param products within a category ordered by id, otherwise in no particular order
 * @param next what the query for the next page starts after; empty on the last page
 */
public record ProductPage(List<Product> products, Optional<String> next) {

    public ProductPage {
        products = List.copyOf(products);
    }
}
