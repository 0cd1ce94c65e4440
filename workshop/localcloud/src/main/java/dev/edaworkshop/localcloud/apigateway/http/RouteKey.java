package dev.edaworkshop.localcloud.apigateway.http;

import dev.edaworkshop.localcloud.apigateway.PathPattern;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a route answers to: {@code GET /orders/{id}}, {@code ANY /{proxy+}} or {@code $default}.
 *
 * @param method {@code ANY} for all; empty for {@code $default}
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html">Routes</a>
 */
record RouteKey(String text, String method, PathPattern path) {
    static final String DEFAULT = "$default";
    private static final Set<String> METHODS =
            Set.of("ANY", "DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT");

    /** The most specific first: by path, then by method. */
    static final Comparator<RouteKey> MOST_SPECIFIC_FIRST = Comparator.comparing(RouteKey::isDefault)
            .thenComparing(RouteKey::path)
            .thenComparing(key -> key.method.equals("ANY"));

    /** @throws IllegalArgumentException if it is no route key */
    static RouteKey parse(String text) {
        if (text.equals(DEFAULT)) {
            return new RouteKey(text, "", new PathPattern("/"));
        }
        int space = text.indexOf(' ');
        String method = space < 0 ? "" : text.substring(0, space);
        String path = text.substring(space + 1);
        if (!METHODS.contains(method) || !path.startsWith("/")) {
            throw new IllegalArgumentException(
                    "The provided route key '%s' is not formatted properly for HTTP protocol. Format should be \"<HTTP METHOD> /<RESOURCE PATH>\" or \"$default\"."
                            .formatted(text));
        }
        return new RouteKey(text, method, new PathPattern(path));
    }

    boolean isDefault() {
        return text.equals(DEFAULT);
    }

    /** The path's parameters; empty if the route is not for such a request. */
    Optional<Map<String, String>> match(String requestMethod, String requestPath) {
        if (isDefault()) {
            return Optional.of(Map.of());
        }
        return method.equals("ANY") || method.equals(requestMethod) ? path.match(requestPath) : Optional.empty();
    }
}
