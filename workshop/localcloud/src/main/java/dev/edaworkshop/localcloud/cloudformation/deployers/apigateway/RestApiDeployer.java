package dev.edaworkshop.localcloud.cloudformation.deployers.apigateway;

import dev.edaworkshop.localcloud.apigateway.Apis;
import dev.edaworkshop.localcloud.apigateway.Ids;
import dev.edaworkshop.localcloud.apigateway.Services;
import dev.edaworkshop.localcloud.apigateway.rest.RestApi;
import dev.edaworkshop.localcloud.cloudformation.DeployedResource;
import dev.edaworkshop.localcloud.cloudformation.ResourceDeployer;
import dev.edaworkshop.localcloud.cloudformation.ResourceRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-restapi.html">AWS::ApiGateway::RestApi</a> */
final class RestApiDeployer implements ResourceDeployer {
    private static final int ID_LENGTH = 10;

    private final Apis apis;
    private final Services services;

    RestApiDeployer(Apis apis, Services services) {
        this.apis = apis;
        this.services = services;
    }

    @Override
    public String type() {
        return "AWS::ApiGateway::RestApi";
    }

    @Override
    public Set<String> properties() {
        return Set.of("BinaryMediaTypes", "Description", "Name");
    }

    @Override
    public Map<String, String> recordedProperties() {
        return Map.of(
                "ApiKeySourceType", "there are no API keys here",
                "EndpointConfiguration.IpAddressType", "every endpoint is on this machine",
                "EndpointConfiguration.Types", "every endpoint is on this machine",
                "Tags", "nothing here reads them");
    }

    @Override
    public Set<String> attributes() {
        return Set.of("RestApiId", "RootResourceId");
    }

    @Override
    public DeployedResource create(ResourceRequest request) {
        RestApi api = apis.create(
                Ids.of(request.generatedUuid(), ID_LENGTH),
                id -> new RestApi(id, rootId(id), settings(request), services));
        return new DeployedResource(api.id(), Map.of("RestApiId", api.id(), "RootResourceId", api.rootId()));
    }

    @Override
    public DeployedResource update(DeployedResource deployed, ResourceRequest request) {
        apis.find(RestApi.class, deployed.physicalId()).ifPresent(api -> api.change(settings(request)));
        return deployed;
    }

    @Override
    public void delete(DeployedResource deployed) {
        apis.delete(deployed.physicalId());
    }

    private static RestApi.Settings settings(ResourceRequest request) {
        return new RestApi.Settings(
                request.requiredText("Name"),
                request.text("Description").orElse(""),
                request.texts("BinaryMediaTypes"));
    }

    private static String rootId(String apiId) {
        return Ids.of(UUID.nameUUIDFromBytes(apiId.getBytes(StandardCharsets.UTF_8)), ID_LENGTH);
    }
}
