package dev.edaworkshop.localcloud.apigateway.rest;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A REST API at one time.
 *
 * @param methods by {@link Method#key}
 * @param models by name
 * @param gatewayResponses by response type
 */
record Definition(
        Map<String, Resource> resources,
        Map<String, Method> methods,
        Map<String, RestAuthorizer> authorizers,
        Map<String, Model> models,
        Map<String, RequestValidator> validators,
        Map<String, GatewayResponse> gatewayResponses) {
    static final Definition EMPTY = new Definition(Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of());

    Definition {
        resources = Map.copyOf(resources);
        methods = Map.copyOf(methods);
        authorizers = Map.copyOf(authorizers);
        models = Map.copyOf(models);
        validators = Map.copyOf(validators);
        gatewayResponses = Map.copyOf(gatewayResponses);
    }

    Definition with(Resource resource) {
        return new Definition(
                with(resources, resource.id(), resource), methods, authorizers, models, validators, gatewayResponses);
    }

    Definition with(Method method) {
        return new Definition(
                resources, with(methods, method.key(), method), authorizers, models, validators, gatewayResponses);
    }

    Definition with(RestAuthorizer authorizer) {
        return new Definition(
                resources,
                methods,
                with(authorizers, authorizer.id(), authorizer),
                models,
                validators,
                gatewayResponses);
    }

    Definition with(Model model) {
        return new Definition(
                resources, methods, authorizers, with(models, model.name(), model), validators, gatewayResponses);
    }

    Definition with(RequestValidator validator) {
        return new Definition(
                resources, methods, authorizers, models, with(validators, validator.id(), validator), gatewayResponses);
    }

    Definition with(GatewayResponse response) {
        return new Definition(
                resources,
                methods,
                authorizers,
                models,
                validators,
                with(gatewayResponses, response.responseType(), response));
    }

    /** Without whatever has this id, key, name or type. */
    Definition without(String id) {
        return new Definition(
                without(resources, id),
                without(methods, id),
                without(authorizers, id),
                without(models, id),
                without(validators, id),
                without(gatewayResponses, id));
    }

    /** The method for a request: of the most specific resource, whose other methods do not count. */
    Optional<Match> method(String httpMethod, String path) {
        String withoutSlash = path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return resources.values().stream()
                .filter(resource -> hasMethods(resource.id()))
                .sorted(Comparator.comparing(Resource::pattern))
                .flatMap(resource ->
                        resource
                                .pattern()
                                .match(withoutSlash)
                                .map(parameters -> Map.entry(resource, parameters))
                                .stream())
                .findFirst()
                .flatMap(found -> Optional.ofNullable(methods.get(found.getKey().id() + " " + httpMethod))
                        .or(() -> Optional.ofNullable(methods.get(found.getKey().id() + " ANY")))
                        .map(method -> new Match(found.getKey(), method, found.getValue())));
    }

    /** The words that the API has for an error. */
    Optional<GatewayResponse> wording(GatewayError error) {
        return Optional.ofNullable(gatewayResponses.get(error.name()))
                .or(() -> Optional.ofNullable(gatewayResponses.get(error.fallback())));
    }

    /** A method that fits, with the values of its path's parameters. */
    record Match(Resource resource, Method method, Map<String, String> pathParameters) {}

    private boolean hasMethods(String resourceId) {
        return methods.values().stream().anyMatch(method -> method.resourceId().equals(resourceId));
    }

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
