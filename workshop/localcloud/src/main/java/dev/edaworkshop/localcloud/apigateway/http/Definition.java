package dev.edaworkshop.localcloud.apigateway.http;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Routes, integrations and authorizers of an HTTP API at one time, by id. */
record Definition(
        Map<String, Route> routes, Map<String, Integration> integrations, Map<String, HttpAuthorizer> authorizers) {
    static final Definition EMPTY = new Definition(Map.of(), Map.of(), Map.of());

    Definition {
        routes = Map.copyOf(routes);
        integrations = Map.copyOf(integrations);
        authorizers = Map.copyOf(authorizers);
    }

    Definition with(Route route) {
        return new Definition(with(routes, route.id(), route), integrations, authorizers);
    }

    Definition with(Integration integration) {
        return new Definition(routes, with(integrations, integration.id(), integration), authorizers);
    }

    Definition with(HttpAuthorizer authorizer) {
        return new Definition(routes, integrations, with(authorizers, authorizer.id(), authorizer));
    }

    /** Without whatever has this id. */
    Definition without(String id) {
        return new Definition(without(routes, id), without(integrations, id), without(authorizers, id));
    }

    /** The most specific route for a request. */
    Optional<Match> route(String method, String path) {
        return routes.values().stream()
                .flatMap(route ->
                        route.routeKey().match(method, path).map(parameters -> new Match(route, parameters)).stream())
                .min(Comparator.comparing(match -> match.route().routeKey(), RouteKey.MOST_SPECIFIC_FIRST));
    }

    /** A route that fits, with the values of its path's parameters. */
    record Match(Route route, Map<String, String> pathParameters) {}

    private static <T> Map<String, T> with(Map<String, T> map, String id, T value) {
        Map<String, T> more = new HashMap<>(map);
        more.put(id, value);
        return more;
    }

    private static <T> Map<String, T> without(Map<String, T> map, String id) {
        Map<String, T> fewer = new HashMap<>(map);
        fewer.remove(id);
        return fewer;
    }
}
