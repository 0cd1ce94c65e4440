package dev.edaworkshop.lab5.api;

import dev.edaworkshop.lab5.product.ProductDetails;
import java.math.BigDecimal;
import java.util.Set;

/**
 * The body of a PUT: what the back office says about a product.
 *
 * {@snippet lang=json :
 * {"sku": "TOY-0001", "name": "Wooden boat", "category": "toys", "price": 24.90, "cost": 11.20, "region": "eu"}
 * }
 */
final class ProductBody {

    private static final Set<String> KNOWN = Set.of("sku", "name", "category", "price", "cost", "region");
    private static final BigDecimal CENT = new BigDecimal("0.01");
    private static final BigDecimal MOST = new BigDecimal("100000");

    /** @throws InvalidRequestException if it is not a product; with everything that is wrong */
    static ProductDetails parse(String body) {
        Fields fields = Fields.of(body, KNOWN);
        // begin exercise 5.1
        // Whatever comes from outside is checked where it comes in, and once. Behind this line a product is a product.
        var details = new ProductDetails(
                fields.text("sku", "[A-Z]{3}-[0-9]{4}", "three capital letters, a hyphen, four digits"),
                fields.text("name", "(?s)(?=.*\\S).{1,100}", "1 to 100 characters"),
                fields.text("category", "[a-z]{2,20}", "2 to 20 small letters"),
                fields.euros("price", CENT, MOST),
                fields.euros("cost", BigDecimal.ZERO, MOST),
                fields.text("region", "[a-z]{2,10}", "2 to 10 small letters"));
        fields.requireValid();
        return details;
        // end exercise 5.1
    }

    private ProductBody() {}
}
