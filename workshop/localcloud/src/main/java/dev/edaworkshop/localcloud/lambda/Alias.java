package dev.edaworkshop.localcloud.lambda;

import java.util.Map;
import java.util.TreeMap;

/**
 * A name for a version of a function, or for two between which invocations are divided.
 *
 * @param version that gets what the others do not
 * @param weights of other versions: 0.0 to 1.0 of the invocations
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/configuration-aliases.html">Aliases</a>
 */
public record Alias(String name, String version, String description, Map<String, Double> weights) {
    private static final String NAME = "(?!^[0-9]+$)([a-zA-Z0-9-_]{1,128})";

    public Alias {
        weights = Map.copyOf(weights);
        if (!name.matches(NAME)) {
            throw LambdaErrors.validation(name, "name", "Member must satisfy regular expression pattern: " + NAME);
        }
        if (weights.size() > 1) {
            throw LambdaErrors.invalidParameter("Number of items in AdditionalVersionWeights cannot be greater than 1");
        }
        weights.forEach((other, weight) -> {
            if (weight < 0 || weight > 1) {
                throw LambdaErrors.validation(
                        weight,
                        "routingConfig.additionalVersionWeights." + other,
                        "Member must be between 0.0 and 1.0");
            }
            if (other.equals(version) || other.equals(Function.LATEST) || version.equals(Function.LATEST)) {
                throw LambdaErrors.invalidParameter(
                        "An alias divides invocations between two published versions, not between %s and %s"
                                .formatted(version, other));
            }
        });
    }

    /**
     * The version of an invocation. AWS throws dice; here every share is exact, so that it can be tested.
     *
     * @param number of the invocation, from 0
     */
    String version(long number) {
        for (Map.Entry<String, Double> other : new TreeMap<>(weights).entrySet()) {
            double weight = other.getValue();
            if (Math.floor((number + 1) * weight) > Math.floor(number * weight)) {
                return other.getKey();
            }
        }
        return version;
    }
}
