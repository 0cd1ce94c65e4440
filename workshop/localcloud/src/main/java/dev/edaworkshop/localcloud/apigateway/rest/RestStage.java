package dev.edaworkshop.localcloud.apigateway.rest;

import dev.edaworkshop.localcloud.apigateway.TokenBucket.Throttle;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A stage of a REST API: a deployment under a name.
 *
 * @param throttles by {@code <method> <resource path>}, each of which may be {@code *}
 */
public record RestStage(
        String name, String deploymentId, Map<String, String> variables, Map<String, Throttle> throttles) {
    public RestStage {
        variables = Map.copyOf(variables);
        throttles = Map.copyOf(throttles);
    }

    /** The key of the most specific throttle for a method; empty if the account's counts. */
    Optional<String> throttleKey(String httpMethod, String resourcePath) {
        return Stream.of(httpMethod + " " + resourcePath, "* " + resourcePath, httpMethod + " *", "* *")
                .filter(throttles::containsKey)
                .findFirst();
    }
}
