package dev.edaworkshop.cli.takehome;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;

/**
 * What a new service is called.
 *
 * @param artifact small letters, digits and hyphens: {@code harbour-orders}
 * @param packageName of its classes: {@code com.example.orders}
 * @param entity what it keeps, in the singular, {@code Order}; {@code Product} leaves everything as it is
 * @param plural of the entity, {@code Orders}
 */
public record ServiceName(String artifact, String packageName, String entity, String plural) {
    private static final Pattern ARTIFACT = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern PACKAGE = Pattern.compile("[a-z_][a-z0-9_]*(\\.[a-z_][a-z0-9_]*)+");
    private static final Pattern WORD = Pattern.compile("[A-Z][a-z]+");

    /** @throws IllegalArgumentException naming what cannot be used, and what could */
    public ServiceName {
        require(ARTIFACT, artifact, "A service is called something like harbour-orders");
        require(PACKAGE, packageName, "A package is something like com.example.orders");
        require(WORD, entity, "What it keeps is one word with a capital letter, like Order");
        require(WORD, plural, "The plural is one word with a capital letter, like Orders");
        requireCompilable(packageName);
        if (plural.equals(entity)) {
            throw new IllegalArgumentException(
                    "“%s” cannot be used for one and for many: the code has names for both. Say --plural %s, for example."
                            .formatted(entity, English.plural(entity)));
        }
    }

    /** With the plural that the rules of English give. */
    public ServiceName(String artifact, String packageName, String entity) {
        this(artifact, packageName, entity, English.plural(entity));
    }

    private static void require(Pattern pattern, String value, String rule) {
        if (!pattern.matcher(value).matches()) {
            throw new IllegalArgumentException("“%s” cannot be used. %s.".formatted(value, rule));
        }
    }

    private static void requireCompilable(String packageName) {
        List<String> segments = List.of(packageName.split("\\."));
        for (String segment : segments) {
            if (SourceVersion.isKeyword(segment)) {
                throw new IllegalArgumentException(
                        "“%s” cannot be used: “%s” is a reserved word of Java, and no part of a package's name. Take another word in its place, like com.example.orders."
                                .formatted(packageName, segment));
            }
        }
        if (segments.getFirst().equals("java")) {
            throw new IllegalArgumentException(
                    "“%s” cannot be used: packages below java are Java's own. A package is something like com.example.orders."
                            .formatted(packageName));
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
