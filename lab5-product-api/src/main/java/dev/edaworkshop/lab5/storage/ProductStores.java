package dev.edaworkshop.lab5.storage;

import dev.edaworkshop.lab5.product.ProductStore;
import java.util.Map;

/** Chooses the adapter. */
public final class ProductStores {

    private static final String DATABASE = "PRODUCT_DATABASE";

    /*
     * TODO 5.2  Swap the database: the choice.
     *
     * The variable PRODUCT_DATABASE says which database it is: "dynamodb", also when it is missing, or "sql". At the
     * moment nobody looks at it. Anything else is a mistake of whoever deploys, and should be named as one.
     */
    public static ProductStore fromEnvironment(Map<String, String> environment) {
        return DynamoDbProductStore.fromEnvironment(environment);
    }

    static String required(Map<String, String> environment, String name) {
        String value = environment.get(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("The environment variable %s is missing".formatted(name));
        }
        return value;
    }

    private ProductStores() {}
}
