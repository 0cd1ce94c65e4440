package dev.edaworkshop.localcloud.apigateway.rest;

import dev.edaworkshop.localcloud.AccountContext;
import dev.edaworkshop.localcloud.apigateway.Apis;
import dev.edaworkshop.localcloud.picture.Sketch;
import dev.edaworkshop.localcloud.picture.Station;
import dev.edaworkshop.localcloud.picture.Way;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Draws REST APIs: one way for each function that answers, named after its methods. */
public record RestApisSketch(Apis apis, AccountContext account) {

    public void draw(Sketch sketch) {
        for (RestApi api : apis.all(RestApi.class)) {
            String arn = account.arn("execute-api", api.id());
            sketch.station(arn, Station.Kind.API, api.settings().name());
            Map<String, Resource> resources =
                    api.resources().stream().collect(Collectors.toMap(Resource::id, Function.identity()));
            Map<String, TreeSet<String>> methods = new TreeMap<>();
            for (Method method : api.methods()) {
                Resource resource = resources.get(method.resourceId());
                if (resource != null && method.integration() instanceof Method.Integration.Function function) {
                    methods.computeIfAbsent(function.functionArn(), key -> new TreeSet<>())
                            .add(method.httpMethod() + " " + resource.path());
                }
            }
            methods.forEach(
                    (function, routes) -> sketch.way(arn, function, Way.Kind.ROUTE, String.join(", ", routes), ""));
        }
    }
}
