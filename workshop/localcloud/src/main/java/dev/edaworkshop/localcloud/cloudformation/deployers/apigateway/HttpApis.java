package dev.edaworkshop.localcloud.cloudformation.deployers.apigateway;

import dev.edaworkshop.localcloud.apigateway.Apis;
import dev.edaworkshop.localcloud.apigateway.http.HttpApi;
import dev.edaworkshop.localcloud.cloudformation.DeployedResource;
import dev.edaworkshop.localcloud.cloudformation.ResourceRequest;
import java.util.Map;
import java.util.Optional;

/** Finds the HTTP API that a resource is a part of. */
final class HttpApis {
    private static final String API_ID = "ApiId";

    private final Apis apis;

    HttpApis(Apis apis) {
        this.apis = apis;
    }

    HttpApi of(ResourceRequest request) {
        String id = request.requiredText(API_ID);
        return apis.find(HttpApi.class, id)
                .orElseThrow(() -> new IllegalArgumentException("Invalid API identifier specified " + id));
    }

    /** Empty if the API is gone. */
    Optional<HttpApi> of(DeployedResource deployed) {
        return apis.find(HttpApi.class, deployed.attribute(API_ID));
    }

    /** @param idAttribute under which templates may ask for the id */
    static DeployedResource part(HttpApi api, String id, String idAttribute) {
        return new DeployedResource(id, Map.of(API_ID, api.id(), idAttribute, id));
    }
}
