package dev.edaworkshop.lab5.product;

import java.util.Optional;

/**
 * Which products somebody wants to see, one page at a time.
 *
 * @param category empty for all
 * @param limit products on a page, 1 to 100
 * @param after the id of the last product of the page before; empty for the first page
 */
public record ProductQuery(Optional<String> category, int limit, Optional<String> after) {

    public static final int MOST = 100;

    public ProductQuery {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("limit must be 1 to %d, was %d".formatted(MOST, limit));
        }
    }
}
