package dev.edaworkshop.localcloud.cloudformation.deployers.apigateway;

import dev.edaworkshop.localcloud.apigateway.TokenBucket.Throttle;
import dev.edaworkshop.localcloud.apigateway.http.HttpApi;
import dev.edaworkshop.localcloud.apigateway.http.HttpStage;
import dev.edaworkshop.localcloud.cloudformation.DeployedResource;
import dev.edaworkshop.localcloud.cloudformation.Properties;
import dev.edaworkshop.localcloud.cloudformation.ResourceDeployer;
import dev.edaworkshop.localcloud.cloudformation.ResourceRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigatewayv2-stage.html">AWS::ApiGatewayV2::Stage</a> */
final class HttpStageDeployer implements ResourceDeployer {
    private static final Set<String> ROUTE_SETTINGS = Set.of(
            "DataTraceEnabled",
            "DetailedMetricsEnabled",
            "LoggingLevel",
            "ThrottlingBurstLimit",
            "ThrottlingRateLimit");

    private final HttpApis apis;

    HttpStageDeployer(HttpApis apis) {
        this.apis = apis;
    }

    @Override
    public String type() {
        return "AWS::ApiGatewayV2::Stage";
    }

    @Override
    public Set<String> properties() {
        return Set.of(
                "ApiId",
                "AutoDeploy",
                "DefaultRouteSettings.ThrottlingBurstLimit",
                "DefaultRouteSettings.ThrottlingRateLimit",
                "DeploymentId",
                "RouteSettings",
                "StageName",
                "StageVariables");
    }

    @Override
    public Map<String, String> recordedProperties() {
        return Map.of(
                "AccessLogSettings", "requests are in the journal",
                "DefaultRouteSettings.DetailedMetricsEnabled", "there are no metrics here",
                "Description", "nothing here reads it",
                "Tags", "nothing here reads them");
    }

    @Override
    public Set<String> createOnlyProperties() {
        return Set.of("ApiId", "StageName");
    }

    @Override
    public DeployedResource create(ResourceRequest request) {
        HttpApi api = apis.of(request);
        HttpStage stage = stage(request);
        api.put(stage);
        return new DeployedResource(stage.name(), Map.of("ApiId", api.id()));
    }

    @Override
    public DeployedResource update(DeployedResource deployed, ResourceRequest request) {
        apis.of(request).put(stage(request));
        return deployed;
    }

    @Override
    public void delete(DeployedResource deployed) {
        apis.of(deployed).ifPresent(api -> api.removeStage(deployed.physicalId()));
    }

    private static HttpStage stage(ResourceRequest request) {
        return new HttpStage(
                request.requiredText("StageName"),
                request.flag("AutoDeploy"),
                request.text("DeploymentId"),
                request.textMap("StageVariables"),
                request.properties()
                        .object("DefaultRouteSettings")
                        .flatMap(Throttles::of)
                        .orElse(Throttle.OF_ACCOUNT),
                routeThrottles(request));
    }

    private static Map<String, Throttle> routeThrottles(ResourceRequest request) {
        Map<String, Throttle> throttles = new LinkedHashMap<>();
        Properties routes = request.properties().object("RouteSettings").orElse(Properties.of("{}"));
        for (var route : routes.toJson().properties()) {
            Properties settings = Properties.of(route.getValue().toString());
            route.getValue().fieldNames().forEachRemaining(name -> {
                if (!ROUTE_SETTINGS.contains(name)) {
                    throw new IllegalArgumentException(
                            "RouteSettings of %s: there is no setting %s".formatted(route.getKey(), name));
                }
            });
            Throttles.of(settings).ifPresent(throttle -> throttles.put(route.getKey(), throttle));
        }
        return throttles;
    }
}
