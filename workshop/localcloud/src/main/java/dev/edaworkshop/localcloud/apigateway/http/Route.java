package dev.edaworkshop.localcloud.apigateway.http;

import java.util.List;
import java.util.Optional;

/**
 * A route of an HTTP API.
 *
 * @param integrationId where requests go
 */
public record Route(String id, String key, Optional<String> integrationId, Authorization authorization) {

    /**
     * Who may call a route.
     *
     * @param authorizerId for {@link Type#JWT} and {@link Type#CUSTOM}
     * @param scopes one of which a token must have, unless there are none
     */
    public record Authorization(Type type, Optional<String> authorizerId, List<String> scopes) {
        public Authorization {
            scopes = List.copyOf(scopes);
        }
    }

    /** As AWS spells them, {@code AWS_IAM} among them. */
    public enum Type {
        NONE,
        AWS_IAM,
        JWT,
        CUSTOM
    }

    RouteKey routeKey() {
        return RouteKey.parse(key);
    }
}
