package dev.edaworkshop.localcloud.events;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What AWS's model demands of names and sizes, checked before anything else. */
final class Constraints {
    private static final Pattern NAME = Pattern.compile("[\\.\\-_A-Za-z0-9]+");
    private static final Pattern BUS_NAME = Pattern.compile("[/\\.\\-_A-Za-z0-9]+");

    private Constraints() {}

    static String name(@Nullable String name, String path, int maxLength) {
        return matching(NAME, name, path, maxLength);
    }

    static String busName(@Nullable String name, String path) {
        return matching(BUS_NAME, name, path, 256);
    }

    static String required(@Nullable String value, String path) {
        if (value == null) {
            throw EventsErrors.missing(path);
        }
        return value;
    }

    static void maxLength(@Nullable String value, String path, int maxLength) {
        if (value != null && value.length() > maxLength) {
            throw EventsErrors.constraint(value, path, "Member must have length less than or equal to " + maxLength);
        }
    }

    static void range(@Nullable Integer value, String path, int min, int max) {
        if (value != null && value < min) {
            throw EventsErrors.constraint(value, path, "Member must have value greater than or equal to " + min);
        }
        if (value != null && value > max) {
            throw EventsErrors.constraint(value, path, "Member must have value less than or equal to " + max);
        }
    }

    private static String matching(Pattern pattern, @Nullable String name, String path, int maxLength) {
        String given = required(name, path);
        if (given.isEmpty()) {
            throw EventsErrors.constraint("", path, "Member must have length greater than or equal to 1");
        }
        maxLength(given, path, maxLength);
        if (!pattern.matcher(given).matches()) {
            throw EventsErrors.constraint(
                    given, path, "Member must satisfy regular expression pattern: " + pattern.pattern());
        }
        return given;
    }
}
