package dev.edaworkshop.localcloud.apigateway.http;

import dev.edaworkshop.localcloud.apigateway.TokenBucket.Throttle;
import java.util.Map;
import java.util.Optional;

/**
 * A stage of an HTTP API.
 *
 * @param autoDeploy whether it shows every change at once
 * @param deploymentId what it shows otherwise
 * @param routeThrottles by route key
 */
public record HttpStage(
        String name,
        boolean autoDeploy,
        Optional<String> deploymentId,
        Map<String, String> variables,
        Throttle defaultThrottle,
        Map<String, Throttle> routeThrottles) {
    public static final String DEFAULT = "$default";

    public HttpStage {
        variables = Map.copyOf(variables);
        routeThrottles = Map.copyOf(routeThrottles);
    }
}
