package dev.edaworkshop.lab3.given;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What comes from outside is checked where it comes in, and the message names what is missing. */
public final class Require {

    public static void text(String where, String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("%s: %s is missing".formatted(where, field));
        }
    }

    public static void price(String where, String field, @Nullable BigDecimal value) {
        if (value == null) {
            throw new IllegalArgumentException("%s: %s is missing".formatted(where, field));
        }
        if (value.signum() < 0) {
            throw new IllegalArgumentException("%s: %s must not be negative, was %s".formatted(where, field, value));
        }
    }

    private Require() {}
}
