package dev.edaworkshop.localcloud.cloudformation.deployers.apigateway;

import dev.edaworkshop.localcloud.apigateway.Ids;
import dev.edaworkshop.localcloud.apigateway.rest.RequestValidator;
import dev.edaworkshop.localcloud.apigateway.rest.RestApi;
import dev.edaworkshop.localcloud.cloudformation.DeployedResource;
import dev.edaworkshop.localcloud.cloudformation.ResourceDeployer;
import dev.edaworkshop.localcloud.cloudformation.ResourceRequest;
import java.util.Set;

/** @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-requestvalidator.html">AWS::ApiGateway::RequestValidator</a> */
final class RequestValidatorDeployer implements ResourceDeployer {
    private static final int ID_LENGTH = 6;

    private final RestApis apis;

    RequestValidatorDeployer(RestApis apis) {
        this.apis = apis;
    }

    @Override
    public String type() {
        return "AWS::ApiGateway::RequestValidator";
    }

    @Override
    public Set<String> properties() {
        return Set.of("Name", "RestApiId", "ValidateRequestBody", "ValidateRequestParameters");
    }

    @Override
    public Set<String> createOnlyProperties() {
        return Set.of("Name", "RestApiId");
    }

    @Override
    public Set<String> attributes() {
        return Set.of("RequestValidatorId");
    }

    @Override
    public DeployedResource create(ResourceRequest request) {
        RestApi api = apis.of(request);
        String id = Ids.of(request.generatedUuid(), ID_LENGTH);
        api.put(validator(id, request));
        return RestApis.part(api, id, "RequestValidatorId");
    }

    @Override
    public DeployedResource update(DeployedResource deployed, ResourceRequest request) {
        apis.of(request).put(validator(deployed.physicalId(), request));
        return deployed;
    }

    @Override
    public void delete(DeployedResource deployed) {
        apis.of(deployed).ifPresent(api -> api.remove(deployed.physicalId()));
    }

    private static RequestValidator validator(String id, ResourceRequest request) {
        return new RequestValidator(
                id,
                request.text("Name").orElse(""),
                request.flag("ValidateRequestBody"),
                request.flag("ValidateRequestParameters"));
    }
}
