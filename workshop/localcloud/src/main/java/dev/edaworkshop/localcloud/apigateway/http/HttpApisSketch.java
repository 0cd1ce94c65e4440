package dev.edaworkshop.localcloud.apigateway.http;

import dev.edaworkshop.localcloud.AccountContext;
import dev.edaworkshop.localcloud.apigateway.Apis;
import dev.edaworkshop.localcloud.picture.Sketch;
import dev.edaworkshop.localcloud.picture.Station;
import dev.edaworkshop.localcloud.picture.Way;
import java.util.stream.Collectors;

/** Draws HTTP APIs: one way for each function that answers, named after its routes. */
public record HttpApisSketch(Apis apis, AccountContext account) {

    public void draw(Sketch sketch) {
        for (HttpApi api : apis.all(HttpApi.class)) {
            String arn = account.arn("execute-api", api.id());
            sketch.station(arn, Station.Kind.API, api.settings().name());
            for (Integration integration : api.integrations()) {
                String routes = api.routes().stream()
                        .filter(route -> route.integrationId()
                                .filter(integration.id()::equals)
                                .isPresent())
                        .map(Route::key)
                        .sorted()
                        .collect(Collectors.joining(", "));
                sketch.way(arn, integration.functionArn(), Way.Kind.ROUTE, routes, "");
            }
        }
    }
}
