package dev.edaworkshop.localcloud.cloudformation.deployers.apigateway;

import dev.edaworkshop.localcloud.apigateway.rest.GatewayResponse;
import dev.edaworkshop.localcloud.apigateway.rest.RestApi;
import dev.edaworkshop.localcloud.cloudformation.DeployedResource;
import dev.edaworkshop.localcloud.cloudformation.ResourceDeployer;
import dev.edaworkshop.localcloud.cloudformation.ResourceRequest;
import java.util.Set;

/** @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-gatewayresponse.html">AWS::ApiGateway::GatewayResponse</a> */
final class GatewayResponseDeployer implements ResourceDeployer {
    private final RestApis apis;

    GatewayResponseDeployer(RestApis apis) {
        this.apis = apis;
    }

    @Override
    public String type() {
        return "AWS::ApiGateway::GatewayResponse";
    }

    @Override
    public Set<String> properties() {
        return Set.of("ResponseParameters", "ResponseTemplates", "ResponseType", "RestApiId", "StatusCode");
    }

    @Override
    public Set<String> createOnlyProperties() {
        return Set.of("ResponseType", "RestApiId");
    }

    @Override
    public Set<String> attributes() {
        return Set.of("Id");
    }

    @Override
    public DeployedResource create(ResourceRequest request) {
        RestApi api = apis.of(request);
        String id = request.requiredText("ResponseType");
        api.put(response(id, request));
        return RestApis.part(api, id, "Id");
    }

    @Override
    public DeployedResource update(DeployedResource deployed, ResourceRequest request) {
        apis.of(request).put(response(deployed.physicalId(), request));
        return deployed;
    }

    @Override
    public void delete(DeployedResource deployed) {
        apis.of(deployed).ifPresent(api -> api.remove(deployed.physicalId()));
    }

    private static GatewayResponse response(String type, ResourceRequest request) {
        return GatewayResponse.of(
                type,
                request.integer("StatusCode"),
                request.textMap("ResponseParameters"),
                request.textMap("ResponseTemplates"));
    }
}
