package dev.edaworkshop.localcloud.patterns;

import com.fasterxml.jackson.core.JsonToken;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * One value of an event and where it is; an array gives one field per element, under one path.
 *
 * @param path names joined with dots, as the engine compares them
 * @param text without the quotes of JSON
 * @param elements which element of which array it belongs to
 */
record EventField(String path, Type type, String text, Map<Integer, Integer> elements) {
    private static final int SHOWN_CHARS = 60;

    /** Of a value in JSON. */
    enum Type {
        TEXT("text"),
        NUMBER("a number"),
        BOOLEAN("a boolean"),
        NULL("null");

        private final String words;

        Type(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }

        static Type of(JsonToken token) {
            return switch (token) {
                case VALUE_STRING -> TEXT;
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> NUMBER;
                case VALUE_TRUE, VALUE_FALSE -> BOOLEAN;
                default -> NULL;
            };
        }
    }

    EventField {
        elements = Map.copyOf(elements);
    }

    boolean isText() {
        return type == Type.TEXT;
    }

    /** Empty if it is no number, or one that the engine cannot compare: more digits than a double has. */
    Optional<Double> number() {
        return type == Type.NUMBER ? number(text) : Optional.empty();
    }

    static Optional<Double> number(String text) {
        try {
            BigDecimal exact = new BigDecimal(text);
            double number = exact.doubleValue();
            return Double.isInfinite(number) || exact.compareTo(BigDecimal.valueOf(number)) != 0
                    ? Optional.empty()
                    : Optional.of(number);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Whether both can be looked at together: fields from two elements of one array cannot. */
    boolean goesWith(EventField other) {
        return elements.entrySet().stream().allMatch(place -> other.elements
                .getOrDefault(place.getKey(), place.getValue())
                .equals(place.getValue()));
    }

    /** For people: as in JSON, shortened. */
    String shown() {
        return isText() ? quoted(text) : shortened(text);
    }

    static String quoted(String text) {
        return "\"" + shortened(text) + "\"";
    }

    private static String shortened(String text) {
        return text.length() <= SHOWN_CHARS ? text : text.substring(0, SHOWN_CHARS - 1) + "…";
    }
}
