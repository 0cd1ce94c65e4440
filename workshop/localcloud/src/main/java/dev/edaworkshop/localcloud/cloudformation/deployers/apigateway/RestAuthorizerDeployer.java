package dev.edaworkshop.localcloud.cloudformation.deployers.apigateway;

import dev.edaworkshop.localcloud.apigateway.FunctionUri;
import dev.edaworkshop.localcloud.apigateway.Ids;
import dev.edaworkshop.localcloud.apigateway.rest.RestApi;
import dev.edaworkshop.localcloud.apigateway.rest.RestAuthorizer;
import dev.edaworkshop.localcloud.cloudformation.DeployedResource;
import dev.edaworkshop.localcloud.cloudformation.ResourceDeployer;
import dev.edaworkshop.localcloud.cloudformation.ResourceRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-authorizer.html">AWS::ApiGateway::Authorizer</a> */
final class RestAuthorizerDeployer implements ResourceDeployer {
    private static final int ID_LENGTH = 6;
    private static final int DEFAULT_TTL_SECONDS = 300;
    private static final int MAX_TTL_SECONDS = 3_600;

    private final RestApis apis;

    RestAuthorizerDeployer(RestApis apis) {
        this.apis = apis;
    }

    @Override
    public String type() {
        return "AWS::ApiGateway::Authorizer";
    }

    @Override
    public Set<String> properties() {
        return Set.of(
                "AuthorizerResultTtlInSeconds",
                "AuthorizerUri",
                "IdentitySource",
                "IdentityValidationExpression",
                "Name",
                "ProviderARNs",
                "RestApiId",
                "Type");
    }

    @Override
    public Set<String> createOnlyProperties() {
        return Set.of("RestApiId");
    }

    @Override
    public Set<String> attributes() {
        return Set.of("AuthorizerId");
    }

    @Override
    public DeployedResource create(ResourceRequest request) {
        RestApi api = apis.of(request);
        String id = Ids.of(request.generatedUuid(), ID_LENGTH);
        api.put(authorizer(id, request));
        return RestApis.part(api, id, "AuthorizerId");
    }

    @Override
    public DeployedResource update(DeployedResource deployed, ResourceRequest request) {
        apis.of(request).put(authorizer(deployed.physicalId(), request));
        return deployed;
    }

    @Override
    public void delete(DeployedResource deployed) {
        apis.of(deployed).ifPresent(api -> api.remove(deployed.physicalId()));
    }

    private static RestAuthorizer authorizer(String id, ResourceRequest request) {
        String name = request.requiredText("Name");
        String type = request.requiredText("Type");
        List<String> sources = Arrays.stream(
                        request.text("IdentitySource").orElse("").split(",", -1))
                .map(String::strip)
                .filter(source -> !source.isEmpty())
                .toList();
        int ttl = request.integer("AuthorizerResultTtlInSeconds").orElse(DEFAULT_TTL_SECONDS);
        if (ttl < 0 || ttl > MAX_TTL_SECONDS) {
            throw new IllegalArgumentException(
                    "AuthorizerResultTtlInSeconds must be 0 to %d, was %d".formatted(MAX_TTL_SECONDS, ttl));
        }
        if (sources.isEmpty() && (ttl > 0 || !type.equals("REQUEST"))) {
            throw new IllegalArgumentException(
                    "IdentitySource is required for an authorizer of type %s whose results are cached".formatted(type));
        }
        return switch (type) {
            case "COGNITO_USER_POOLS" -> new RestAuthorizer.UserPools(id, name, sources, request.texts("ProviderARNs"));
            case "TOKEN", "REQUEST" -> {
                String uri = request.requiredText("AuthorizerUri");
                yield new RestAuthorizer.Lambda(
                        id,
                        name,
                        sources,
                        FunctionUri.functionArn(uri),
                        uri,
                        type.equals("TOKEN"),
                        request.text("IdentityValidationExpression"),
                        Duration.ofSeconds(ttl));
            }
            default ->
                throw new IllegalArgumentException("Type must be TOKEN, REQUEST or COGNITO_USER_POOLS, was " + type);
        };
    }
}
