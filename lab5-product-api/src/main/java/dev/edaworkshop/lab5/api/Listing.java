package dev.edaworkshop.lab5.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.edaworkshop.lab5.product.Catalogue;
import dev.edaworkshop.lab5.product.Product;
import dev.edaworkshop.lab5.product.ProductPage;
import dev.edaworkshop.lab5.product.ProductQuery;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** {@code GET /products?category=toys&limit=20&next=…}: a page of products, and how to ask for the next one. */
final class Listing {

    private static final int USUAL = 20;
    /** Of a category. */
    private static final int MOST_LETTERS = 20;

    private final Catalogue catalogue;

    Listing(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    Answer answer(Request request, Function<Product, ObjectNode> view) {
        ProductPage page = catalogue.list(new ProductQuery(
                Optional.ofNullable(request.query().get("category")).map(Listing::category),
                limit(request.query().get("limit")),
                Optional.ofNullable(request.query().get("next")).map(Listing::decoded)));
        ObjectNode json = Json.object();
        ArrayNode products = json.putArray("products");
        page.products().forEach(product -> products.add(view.apply(product)));
        page.next().ifPresent(next -> json.put("next", encoded(next)));
        return Answer.json(200, json);
    }

    private static String category(String given) {
        if (given.isBlank() || given.length() > MOST_LETTERS) {
            throw InvalidRequestException.of(
                    "category", "must be a category, up to %d letters".formatted(MOST_LETTERS));
        }
        return given;
    }

    private static int limit(@Nullable String given) {
        if (given == null) {
            return USUAL;
        }
        if (!given.matches("[1-9]\\d{0,2}") || Integer.parseInt(given) > ProductQuery.MOST) {
            throw InvalidRequestException.of("limit", "must be a number from 1 to " + ProductQuery.MOST);
        }
        return Integer.parseInt(given);
    }

    // What the token says is nobody's business: so it can say something else one day.
    private static String encoded(String productId) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(productId.getBytes(StandardCharsets.UTF_8));
    }

    private static String decoded(String token) {
        try {
            String productId = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
            if (encoded(productId).equals(token) && !productId.isEmpty()) {
                return productId;
            }
        } catch (IllegalArgumentException e) {
            // not even Base64
        }
        throw InvalidRequestException.of("next", "must be a token from the page before");
    }
}
