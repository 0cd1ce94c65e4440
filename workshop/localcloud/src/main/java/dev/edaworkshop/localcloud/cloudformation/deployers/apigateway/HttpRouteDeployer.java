package dev.edaworkshop.localcloud.cloudformation.deployers.apigateway;

import dev.edaworkshop.localcloud.apigateway.Ids;
import dev.edaworkshop.localcloud.apigateway.http.HttpApi;
import dev.edaworkshop.localcloud.apigateway.http.Route;
import dev.edaworkshop.localcloud.cloudformation.DeployedResource;
import dev.edaworkshop.localcloud.cloudformation.ResourceDeployer;
import dev.edaworkshop.localcloud.cloudformation.ResourceRequest;
import java.util.Map;
import java.util.Set;

/** @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigatewayv2-route.html">AWS::ApiGatewayV2::Route</a> */
final class HttpRouteDeployer implements ResourceDeployer {
    private static final int ID_LENGTH = 7;
    private static final int MAX_SCOPES = 10;
    private static final String INTEGRATIONS = "integrations/";

    private final HttpApis apis;

    HttpRouteDeployer(HttpApis apis) {
        this.apis = apis;
    }

    @Override
    public String type() {
        return "AWS::ApiGatewayV2::Route";
    }

    @Override
    public Set<String> properties() {
        return Set.of("ApiId", "AuthorizationScopes", "AuthorizationType", "AuthorizerId", "RouteKey", "Target");
    }

    @Override
    public Map<String, String> recordedProperties() {
        return Map.of("OperationName", "nothing here reads it");
    }

    @Override
    public Set<String> createOnlyProperties() {
        return Set.of("ApiId");
    }

    @Override
    public Set<String> attributes() {
        return Set.of("RouteId");
    }

    @Override
    public DeployedResource create(ResourceRequest request) {
        HttpApi api = apis.of(request);
        Route route = route(Ids.of(request.generatedUuid(), ID_LENGTH), request);
        api.put(route);
        return HttpApis.part(api, route.id(), "RouteId");
    }

    @Override
    public DeployedResource update(DeployedResource deployed, ResourceRequest request) {
        apis.of(request).put(route(deployed.physicalId(), request));
        return deployed;
    }

    @Override
    public void delete(DeployedResource deployed) {
        apis.of(deployed).ifPresent(api -> api.remove(deployed.physicalId()));
    }

    private static Route route(String id, ResourceRequest request) {
        if (request.texts("AuthorizationScopes").size() > MAX_SCOPES) {
            throw new IllegalArgumentException("A route has at most %d authorization scopes".formatted(MAX_SCOPES));
        }
        return new Route(
                id,
                request.requiredText("RouteKey"),
                request.text("Target")
                        .map(target ->
                                target.startsWith(INTEGRATIONS) ? target.substring(INTEGRATIONS.length()) : target),
                new Route.Authorization(
                        type(request.text("AuthorizationType").orElse("NONE")),
                        request.text("AuthorizerId"),
                        request.texts("AuthorizationScopes")));
    }

    private static Route.Type type(String text) {
        try {
            return Route.Type.valueOf(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "AuthorizationType must be NONE, AWS_IAM, JWT or CUSTOM, was " + text, e);
        }
    }
}
