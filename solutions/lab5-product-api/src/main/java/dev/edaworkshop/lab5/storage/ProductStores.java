package dev.edaworkshop.lab5.storage;

import dev.edaworkshop.lab5.product.ProductStore;
import java.util.Map;

/** Chooses the adapter. */
public final class ProductStores {

    private static final String DATABASE = "PRODUCT_DATABASE";

    // begin exercise 5.2
    /**
     * Which database it is, is said from outside: {@code PRODUCT_DATABASE} is {@code dynamodb} (or missing) or
     * {@code sql}.
     */
    public static ProductStore fromEnvironment(Map<String, String> environment) {
        String database = environment.getOrDefault(DATABASE, "dynamodb");
        return switch (database) {
            case "dynamodb" -> DynamoDbProductStore.fromEnvironment(environment);
            case "sql" -> JdbcProductStore.fromEnvironment(environment);
            default ->
                throw new IllegalArgumentException(
                        "%s is %s; there are adapters for dynamodb and sql".formatted(DATABASE, database));
        };
    }
    // end exercise 5.2

    static String required(Map<String, String> environment, String name) {
        String value = environment.get(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("The environment variable %s is missing".formatted(name));
        }
        return value;
    }

    private ProductStores() {}
}
