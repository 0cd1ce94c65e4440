package dev.edaworkshop.localcloud.cloudformation.deployers.apigateway;

import dev.edaworkshop.localcloud.apigateway.Apis;
import dev.edaworkshop.localcloud.apigateway.Ids;
import dev.edaworkshop.localcloud.apigateway.Services;
import dev.edaworkshop.localcloud.apigateway.http.Cors;
import dev.edaworkshop.localcloud.apigateway.http.HttpApi;
import dev.edaworkshop.localcloud.cloudformation.DeployedResource;
import dev.edaworkshop.localcloud.cloudformation.Properties;
import dev.edaworkshop.localcloud.cloudformation.ResourceDeployer;
import dev.edaworkshop.localcloud.cloudformation.ResourceRequest;
import java.util.Map;
import java.util.Set;

/** @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigatewayv2-api.html">AWS::ApiGatewayV2::Api</a> */
final class HttpApiDeployer implements ResourceDeployer {
    private static final int ID_LENGTH = 10;

    private final Apis apis;
    private final Services services;

    HttpApiDeployer(Apis apis, Services services) {
        this.apis = apis;
        this.services = services;
    }

    @Override
    public String type() {
        return "AWS::ApiGatewayV2::Api";
    }

    @Override
    public Set<String> properties() {
        return Set.of(
                "CorsConfiguration.AllowCredentials",
                "CorsConfiguration.AllowHeaders",
                "CorsConfiguration.AllowMethods",
                "CorsConfiguration.AllowOrigins",
                "CorsConfiguration.ExposeHeaders",
                "CorsConfiguration.MaxAge",
                "Description",
                "Name",
                "ProtocolType");
    }

    @Override
    public Map<String, String> recordedProperties() {
        return Map.of("Tags", "nothing here reads them", "Version", "nothing here reads it");
    }

    @Override
    public Set<String> createOnlyProperties() {
        return Set.of("ProtocolType");
    }

    @Override
    public Set<String> attributes() {
        return Set.of("ApiEndpoint", "ApiId");
    }

    @Override
    public DeployedResource create(ResourceRequest request) {
        String protocol = request.requiredText("ProtocolType");
        if (!protocol.equals("HTTP")) {
            throw new IllegalArgumentException(
                    "The local cloud does not support the protocol type %s, only HTTP.".formatted(protocol));
        }
        HttpApi api = apis.create(
                Ids.of(request.generatedUuid(), ID_LENGTH), id -> new HttpApi(id, settings(request), services));
        return new DeployedResource(api.id(), Map.of("ApiId", api.id(), "ApiEndpoint", api.endpoint()));
    }

    @Override
    public DeployedResource update(DeployedResource deployed, ResourceRequest request) {
        apis.find(HttpApi.class, deployed.physicalId()).ifPresent(api -> api.change(settings(request)));
        return deployed;
    }

    @Override
    public void delete(DeployedResource deployed) {
        apis.delete(deployed.physicalId());
    }

    private static HttpApi.Settings settings(ResourceRequest request) {
        return new HttpApi.Settings(
                request.requiredText("Name"),
                request.text("Description").orElse(""),
                request.properties().object("CorsConfiguration").map(HttpApiDeployer::cors));
    }

    private static Cors cors(Properties cors) {
        boolean credentials = cors.bool("AllowCredentials").orElse(false);
        if (credentials && cors.texts("AllowOrigins").contains("*")) {
            throw new IllegalArgumentException(
                    "If AllowCredentials is true, AllowOrigins of CorsConfiguration cannot contain '*'.");
        }
        return new Cors(
                cors.texts("AllowOrigins"),
                cors.texts("AllowMethods"),
                cors.texts("AllowHeaders"),
                cors.texts("ExposeHeaders"),
                credentials,
                cors.integer("MaxAge"));
    }
}
