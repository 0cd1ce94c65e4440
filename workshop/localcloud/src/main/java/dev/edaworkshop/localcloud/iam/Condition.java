package dev.edaworkshop.localcloud.iam;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * One condition: an operator, a key, and the values of which one must fit.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html">Condition operators</a>
 */
record Condition(Operator operator, boolean ifExists, String key, List<String> values) {

    /** The operators that CDK and the labs write; others are refused by name when a policy is read. */
    enum Operator {
        STRING_EQUALS("StringEquals", false, String::equals),
        STRING_NOT_EQUALS("StringNotEquals", true, String::equals),
        STRING_EQUALS_IGNORE_CASE("StringEqualsIgnoreCase", false, String::equalsIgnoreCase),
        STRING_LIKE("StringLike", false, (expected, actual) -> Wildcards.matches(expected, actual)),
        STRING_NOT_LIKE("StringNotLike", true, (expected, actual) -> Wildcards.matches(expected, actual)),
        ARN_EQUALS("ArnEquals", false, (expected, actual) -> Wildcards.matches(expected, actual)),
        ARN_LIKE("ArnLike", false, (expected, actual) -> Wildcards.matches(expected, actual)),
        ARN_NOT_EQUALS("ArnNotEquals", true, (expected, actual) -> Wildcards.matches(expected, actual)),
        ARN_NOT_LIKE("ArnNotLike", true, (expected, actual) -> Wildcards.matches(expected, actual)),
        BOOL("Bool", false, String::equalsIgnoreCase),
        /** Asks whether the key is missing; its value does not matter. */
        NULL("Null", false, String::equals),
        NUMERIC_EQUALS("NumericEquals", false, (expected, actual) -> compare(expected, actual) == 0),
        NUMERIC_LESS_THAN("NumericLessThan", false, (expected, actual) -> compare(expected, actual) > 0),
        NUMERIC_GREATER_THAN("NumericGreaterThan", false, (expected, actual) -> compare(expected, actual) < 0);

        private final String spelling;
        private final boolean negated;
        private final BiPredicate<String, String> fits;

        Operator(String spelling, boolean negated, BiPredicate<String, String> fits) {
            this.spelling = spelling;
            this.negated = negated;
            this.fits = fits;
        }

        private static int compare(String expected, String actual) {
            return new BigDecimal(expected).compareTo(new BigDecimal(actual));
        }

        static Operator named(String name) {
            for (Operator operator : values()) {
                if (operator.spelling.equals(name)) {
                    return operator;
                }
            }
            throw new IllegalArgumentException("The local cloud does not evaluate the condition operator " + name);
        }
    }

    static List<Condition> parse(JsonNode node) {
        List<Condition> conditions = new ArrayList<>();
        for (Map.Entry<String, JsonNode> byOperator : node.properties()) {
            boolean ifExists = byOperator.getKey().endsWith("IfExists");
            String name = ifExists
                    ? byOperator.getKey().substring(0, byOperator.getKey().length() - "IfExists".length())
                    : byOperator.getKey();
            Operator operator = Operator.named(name);
            for (Map.Entry<String, JsonNode> byKey : byOperator.getValue().properties()) {
                JsonNode values = byKey.getValue();
                conditions.add(new Condition(
                        operator,
                        ifExists,
                        byKey.getKey().toLowerCase(Locale.ROOT),
                        values.isArray() ? Statement.strings(values) : List.of(values.asText())));
            }
        }
        return List.copyOf(conditions);
    }

    /** A key that the request does not have satisfies negated operators and {@code …IfExists} only. */
    boolean holds(Map<String, String> conditionKeys) {
        @Nullable String actual = conditionKeys.get(key);
        if (operator == Operator.NULL) {
            return values.contains(String.valueOf(actual == null));
        }
        if (actual == null) {
            return ifExists || operator.negated;
        }
        boolean fits = values.stream().anyMatch(expected -> operator.fits.test(expected, actual));
        return fits != operator.negated;
    }
}
