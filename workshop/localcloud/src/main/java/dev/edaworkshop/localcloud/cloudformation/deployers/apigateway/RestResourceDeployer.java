package dev.edaworkshop.localcloud.cloudformation.deployers.apigateway;

import dev.edaworkshop.localcloud.apigateway.Ids;
import dev.edaworkshop.localcloud.apigateway.rest.RestApi;
import dev.edaworkshop.localcloud.cloudformation.DeployedResource;
import dev.edaworkshop.localcloud.cloudformation.ResourceDeployer;
import dev.edaworkshop.localcloud.cloudformation.ResourceRequest;
import java.util.Set;

/** @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-resource.html">AWS::ApiGateway::Resource</a> */
final class RestResourceDeployer implements ResourceDeployer {
    private static final int ID_LENGTH = 6;

    private final RestApis apis;

    RestResourceDeployer(RestApis apis) {
        this.apis = apis;
    }

    @Override
    public String type() {
        return "AWS::ApiGateway::Resource";
    }

    @Override
    public Set<String> properties() {
        return Set.of("ParentId", "PathPart", "RestApiId");
    }

    @Override
    public Set<String> createOnlyProperties() {
        return Set.of("ParentId", "PathPart", "RestApiId");
    }

    @Override
    public Set<String> attributes() {
        return Set.of("ResourceId");
    }

    @Override
    public DeployedResource create(ResourceRequest request) {
        RestApi api = apis.of(request);
        String id = Ids.of(request.generatedUuid(), ID_LENGTH);
        api.addResource(id, request.requiredText("ParentId"), request.requiredText("PathPart"));
        return RestApis.part(api, id, "ResourceId");
    }

    @Override
    public void delete(DeployedResource deployed) {
        apis.of(deployed).ifPresent(api -> api.remove(deployed.physicalId()));
    }
}
