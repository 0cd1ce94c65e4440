package dev.edaworkshop.localcloud.cloudformation.deployers.apigateway;

import dev.edaworkshop.localcloud.apigateway.Ids;
import dev.edaworkshop.localcloud.apigateway.http.HttpApi;
import dev.edaworkshop.localcloud.cloudformation.DeployedResource;
import dev.edaworkshop.localcloud.cloudformation.ResourceDeployer;
import dev.edaworkshop.localcloud.cloudformation.ResourceRequest;
import java.util.Map;
import java.util.Set;

/** @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigatewayv2-deployment.html">AWS::ApiGatewayV2::Deployment</a> */
final class HttpDeploymentDeployer implements ResourceDeployer {
    private static final int ID_LENGTH = 6;

    private final HttpApis apis;

    HttpDeploymentDeployer(HttpApis apis) {
        this.apis = apis;
    }

    @Override
    public String type() {
        return "AWS::ApiGatewayV2::Deployment";
    }

    @Override
    public Set<String> properties() {
        return Set.of("ApiId");
    }

    @Override
    public Map<String, String> recordedProperties() {
        return Map.of("Description", "nothing here reads it");
    }

    @Override
    public Set<String> createOnlyProperties() {
        return Set.of("ApiId");
    }

    @Override
    public Set<String> attributes() {
        return Set.of("DeploymentId");
    }

    @Override
    public DeployedResource create(ResourceRequest request) {
        HttpApi api = apis.of(request);
        String id = Ids.of(request.generatedUuid(), ID_LENGTH);
        api.deploy(id);
        return HttpApis.part(api, id, "DeploymentId");
    }

    @Override
    public void delete(DeployedResource deployed) {
        apis.of(deployed).ifPresent(api -> api.removeDeployment(deployed.physicalId()));
    }
}
