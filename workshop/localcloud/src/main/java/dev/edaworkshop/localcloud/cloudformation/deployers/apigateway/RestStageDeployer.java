package dev.edaworkshop.localcloud.cloudformation.deployers.apigateway;

import dev.edaworkshop.localcloud.apigateway.TokenBucket.Throttle;
import dev.edaworkshop.localcloud.apigateway.rest.RestApi;
import dev.edaworkshop.localcloud.apigateway.rest.RestStage;
import dev.edaworkshop.localcloud.cloudformation.DeployedResource;
import dev.edaworkshop.localcloud.cloudformation.Properties;
import dev.edaworkshop.localcloud.cloudformation.ResourceDeployer;
import dev.edaworkshop.localcloud.cloudformation.ResourceRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-stage.html">AWS::ApiGateway::Stage</a> */
final class RestStageDeployer implements ResourceDeployer {
    private final RestApis apis;

    RestStageDeployer(RestApis apis) {
        this.apis = apis;
    }

    @Override
    public String type() {
        return "AWS::ApiGateway::Stage";
    }

    @Override
    public Set<String> properties() {
        return Set.of(
                "DeploymentId",
                "MethodSettings.HttpMethod",
                "MethodSettings.ResourcePath",
                "MethodSettings.ThrottlingBurstLimit",
                "MethodSettings.ThrottlingRateLimit",
                "RestApiId",
                "StageName",
                "Variables");
    }

    @Override
    public Map<String, String> recordedProperties() {
        return Map.of(
                "AccessLogSetting", "requests are in the journal",
                "Description", "nothing here reads it",
                "MethodSettings.DataTraceEnabled", "requests are in the journal",
                "MethodSettings.LoggingLevel", "requests are in the journal",
                "MethodSettings.MetricsEnabled", "there are no metrics here",
                "Tags", "nothing here reads them",
                "TracingEnabled", "there is no X-Ray here");
    }

    @Override
    public Set<String> createOnlyProperties() {
        return Set.of("RestApiId", "StageName");
    }

    @Override
    public DeployedResource create(ResourceRequest request) {
        RestApi api = apis.of(request);
        RestStage stage = stage(request);
        api.put(stage);
        return new DeployedResource(stage.name(), Map.of(RestApis.API_ID, api.id()));
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

    private static RestStage stage(ResourceRequest request) {
        Map<String, Throttle> throttles = new LinkedHashMap<>();
        for (Properties settings : request.properties().objects("MethodSettings")) {
            Throttles.of(settings)
                    .ifPresent(throttle -> throttles.put(
                            settings.text("HttpMethod").orElse("*") + " "
                                    + path(settings.text("ResourcePath").orElse("/*")),
                            throttle));
        }
        return new RestStage(
                request.requiredText("StageName"),
                request.requiredText("DeploymentId"),
                request.textMap("Variables"),
                throttles);
    }

    /** {@code /~1orders~1{id}} is the path {@code /orders/{id}}. */
    private static String path(String setting) {
        if (setting.equals("/*")) {
            return "*";
        }
        return setting.startsWith("/~1") ? setting.substring(1).replace("~1", "/") : setting;
    }
}
