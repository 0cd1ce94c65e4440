package dev.edaworkshop.localcloud.cloudformation.deployers.apigateway;

import dev.edaworkshop.localcloud.apigateway.Ids;
import dev.edaworkshop.localcloud.apigateway.rest.Model;
import dev.edaworkshop.localcloud.apigateway.rest.RestApi;
import dev.edaworkshop.localcloud.cloudformation.DeployedResource;
import dev.edaworkshop.localcloud.cloudformation.ResourceDeployer;
import dev.edaworkshop.localcloud.cloudformation.ResourceRequest;
import java.util.Map;
import java.util.Set;

/** @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-model.html">AWS::ApiGateway::Model</a> */
final class ModelDeployer implements ResourceDeployer {
    private static final int ID_LENGTH = 6;

    private final RestApis apis;

    ModelDeployer(RestApis apis) {
        this.apis = apis;
    }

    @Override
    public String type() {
        return "AWS::ApiGateway::Model";
    }

    @Override
    public Set<String> properties() {
        return Set.of("ContentType", "Name", "RestApiId", "Schema");
    }

    @Override
    public Map<String, String> recordedProperties() {
        return Map.of("Description", "nothing here reads it");
    }

    @Override
    public Set<String> createOnlyProperties() {
        return Set.of("ContentType", "Name", "RestApiId");
    }

    @Override
    public DeployedResource create(ResourceRequest request) {
        RestApi api = apis.of(request);
        String id = request.text("Name").orElseGet(() -> Ids.of(request.generatedUuid(), ID_LENGTH));
        api.put(model(id, request));
        return RestApis.part(api, id, "Name");
    }

    @Override
    public DeployedResource update(DeployedResource deployed, ResourceRequest request) {
        apis.of(request).put(model(deployed.physicalId(), request));
        return deployed;
    }

    @Override
    public void delete(DeployedResource deployed) {
        apis.of(deployed).ifPresent(api -> api.remove(deployed.physicalId()));
    }

    private static Model model(String name, ResourceRequest request) {
        String contentType = request.text("ContentType").orElse("application/json");
        if (!contentType.equals("application/json")) {
            throw new IllegalArgumentException(
                    "The local cloud does not support models of %s, only of application/json.".formatted(contentType));
        }
        return new Model(name, request.json("Schema"));
    }
}
