package dev.edaworkshop.localcloud.cloudformation.deployers.apigateway;

import dev.edaworkshop.localcloud.apigateway.Ids;
import dev.edaworkshop.localcloud.apigateway.rest.RestApi;
import dev.edaworkshop.localcloud.cloudformation.DeployedResource;
import dev.edaworkshop.localcloud.cloudformation.ResourceDeployer;
import dev.edaworkshop.localcloud.cloudformation.ResourceRequest;
import java.util.Map;
import java.util.Set;

/** @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-deployment.html">AWS::ApiGateway::Deployment</a> */
final class RestDeploymentDeployer implements ResourceDeployer {
    private static final int ID_LENGTH = 6;

    private final RestApis apis;

    RestDeploymentDeployer(RestApis apis) {
        this.apis = apis;
    }

    @Override
    public String type() {
        return "AWS::ApiGateway::Deployment";
    }

    @Override
    public Set<String> properties() {
        return Set.of("RestApiId");
    }

    @Override
    public Map<String, String> recordedProperties() {
        return Map.of("Description", "nothing here reads it");
    }

    @Override
    public Set<String> createOnlyProperties() {
        return Set.of("RestApiId");
    }

    @Override
    public Set<String> attributes() {
        return Set.of("DeploymentId");
    }

    @Override
    public DeployedResource create(ResourceRequest request) {
        RestApi api = apis.of(request);
        String id = Ids.of(request.generatedUuid(), ID_LENGTH);
        api.deploy(id);
        return RestApis.part(api, id, "DeploymentId");
    }

    @Override
    public void delete(DeployedResource deployed) {
        apis.of(deployed).ifPresent(api -> api.removeDeployment(deployed.physicalId()));
    }
}
