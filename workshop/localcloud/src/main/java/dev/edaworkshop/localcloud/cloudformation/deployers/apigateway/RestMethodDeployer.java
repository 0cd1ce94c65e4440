package dev.edaworkshop.localcloud.cloudformation.deployers.apigateway;

import dev.edaworkshop.localcloud.apigateway.rest.Method;
import dev.edaworkshop.localcloud.apigateway.rest.RestApi;
import dev.edaworkshop.localcloud.cloudformation.DeployedResource;
import dev.edaworkshop.localcloud.cloudformation.ResourceDeployer;
import dev.edaworkshop.localcloud.cloudformation.ResourceRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-method.html">AWS::ApiGateway::Method</a> */
final class RestMethodDeployer implements ResourceDeployer {
    private static final String KEY = "Key";

    private final RestApis apis;

    RestMethodDeployer(RestApis apis) {
        this.apis = apis;
    }

    @Override
    public String type() {
        return "AWS::ApiGateway::Method";
    }

    @Override
    public Set<String> properties() {
        return Set.of(
                "ApiKeyRequired",
                "AuthorizationScopes",
                "AuthorizationType",
                "AuthorizerId",
                "HttpMethod",
                "Integration.IntegrationHttpMethod",
                "Integration.IntegrationResponses",
                "Integration.RequestTemplates",
                "Integration.TimeoutInMillis",
                "Integration.Type",
                "Integration.Uri",
                "RequestModels",
                "RequestParameters",
                "RequestValidatorId",
                "ResourceId",
                "RestApiId");
    }

    @Override
    public Map<String, String> recordedProperties() {
        return Map.of(
                "Integration.PassthroughBehavior", "proxy integrations pass everything",
                "MethodResponses", "proxy integrations answer what the function says",
                "OperationName", "nothing here reads it");
    }

    @Override
    public Set<String> createOnlyProperties() {
        return Set.of("HttpMethod", "ResourceId", "RestApiId");
    }

    @Override
    public DeployedResource create(ResourceRequest request) {
        RestApi api = apis.of(request);
        Method method = method(request);
        api.put(method);
        return new DeployedResource(
                request.generatedId(),
                Map.of(RestApis.API_ID, api.id(), KEY, method.resourceId() + " " + method.httpMethod()));
    }

    @Override
    public DeployedResource update(DeployedResource deployed, ResourceRequest request) {
        apis.of(request).put(method(request));
        return deployed;
    }

    @Override
    public void delete(DeployedResource deployed) {
        apis.of(deployed).ifPresent(api -> api.remove(deployed.attribute(KEY)));
    }

    private static Method method(ResourceRequest request) {
        if (request.flag("ApiKeyRequired")) {
            throw new IllegalArgumentException("The local cloud does not support API keys (ApiKeyRequired: true).");
        }
        Map<String, Boolean> parameters = new LinkedHashMap<>();
        request.textMap("RequestParameters").forEach((name, required) -> parameters.put(name, required.equals("true")));
        return new Method(
                request.requiredText("ResourceId"),
                request.requiredText("HttpMethod"),
                new Method.Authorization(
                        type(request.text("AuthorizationType").orElse("NONE")),
                        request.text("AuthorizerId"),
                        request.texts("AuthorizationScopes")),
                parameters,
                request.textMap("RequestModels"),
                request.text("RequestValidatorId"),
                RestIntegrations.read(request.properties().requiredObject("Integration")));
    }

    private static Method.Type type(String text) {
        try {
            return Method.Type.valueOf(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "AuthorizationType must be NONE, AWS_IAM, CUSTOM or COGNITO_USER_POOLS, was " + text, e);
        }
    }
}
