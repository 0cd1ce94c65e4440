package dev.edaworkshop.cli.takehome;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a new service is called.
 *
 * @param artifact small letters, digits and hyphens: {@code harbour-orders}
 * @param packageName of its classes: {@code com.example.orders}
 * @param entity what it keeps, in the singular, {@code Order}; {@code Product} leaves everything as it is
 */
public record ServiceName(String artifact, String packageName, String entity) {
    private static final Pattern ARTIFACT = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern PACKAGE = Pattern.compile("[a-z_][a-z0-9_]*(\\.[a-z_][a-z0-9_]*)+");
    private static final Pattern ENTITY = Pattern.compile("[A-Z][a-z]+");

    /** @throws IllegalArgumentException naming what cannot be used, and what could */
    public ServiceName {
        require(ARTIFACT, artifact, "A service is called something like harbour-orders");
        require(PACKAGE, packageName, "A package is something like com.example.orders");
        require(ENTITY, entity, "What it keeps is one word with a capital letter, like Order");
    }

    private static void require(Pattern pattern, String value, String rule) {
        if (!pattern.matcher(value).matches()) {
            throw new IllegalArgumentException("“%s” cannot be used. %s.".formatted(value, rule));
        }
    }

    /** {@code HarbourOrders}, its stack. */
    String stack() {
        return Arrays.stream(artifact.split("-"))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
    }

    String groupId() {
        return packageName.substring(0, packageName.lastIndexOf('.'));
    }
}
