package dev.edaworkshop.localcloud.cloudformation.deployers.apigateway;

import dev.edaworkshop.localcloud.apigateway.Apis;
import dev.edaworkshop.localcloud.apigateway.rest.RestApi;
import dev.edaworkshop.localcloud.cloudformation.DeployedResource;
import dev.edaworkshop.localcloud.cloudformation.ResourceRequest;
import java.util.Map;
import java.util.Optional;

/** Finds the REST API that a resource is a part of. */
final class RestApis {
    static final String API_ID = "RestApiId";

    private final Apis apis;

    RestApis(Apis apis) {
        this.apis = apis;
    }

    RestApi of(ResourceRequest request) {
        String id = request.requiredText(API_ID);
        return apis.find(RestApi.class, id)
                .orElseThrow(() -> new IllegalArgumentException("Invalid API identifier specified " + id));
    }

    /** Empty if the API is gone. */
    Optional<RestApi> of(DeployedResource deployed) {
        return apis.find(RestApi.class, deployed.attribute(API_ID));
    }

    /** @param idAttribute under which templates may ask for the id */
    static DeployedResource part(RestApi api, String id, String idAttribute) {
        return new DeployedResource(id, Map.of(API_ID, api.id(), idAttribute, id));
    }
}
