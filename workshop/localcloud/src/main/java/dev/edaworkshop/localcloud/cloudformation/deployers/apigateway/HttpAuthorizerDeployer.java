package dev.edaworkshop.localcloud.cloudformation.deployers.apigateway;

import dev.edaworkshop.localcloud.apigateway.FunctionUri;
import dev.edaworkshop.localcloud.apigateway.Ids;
import dev.edaworkshop.localcloud.apigateway.http.HttpApi;
import dev.edaworkshop.localcloud.apigateway.http.HttpAuthorizer;
import dev.edaworkshop.localcloud.cloudformation.DeployedResource;
import dev.edaworkshop.localcloud.cloudformation.ResourceDeployer;
import dev.edaworkshop.localcloud.cloudformation.ResourceRequest;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigatewayv2-authorizer.html">AWS::ApiGatewayV2::Authorizer</a> */
final class HttpAuthorizerDeployer implements ResourceDeployer {
    private static final int ID_LENGTH = 6;
    private static final int DEFAULT_TTL_SECONDS = 300;
    private static final int MAX_TTL_SECONDS = 3_600;

    private final HttpApis apis;

    HttpAuthorizerDeployer(HttpApis apis) {
        this.apis = apis;
    }

    @Override
    public String type() {
        return "AWS::ApiGatewayV2::Authorizer";
    }

    @Override
    public Set<String> properties() {
        return Set.of(
                "ApiId",
                "AuthorizerPayloadFormatVersion",
                "AuthorizerResultTtlInSeconds",
                "AuthorizerType",
                "AuthorizerUri",
                "EnableSimpleResponses",
                "IdentitySource",
                "JwtConfiguration.Audience",
                "JwtConfiguration.Issuer",
                "Name");
    }

    @Override
    public Set<String> createOnlyProperties() {
        return Set.of("ApiId");
    }

    @Override
    public Set<String> attributes() {
        return Set.of("AuthorizerId");
    }

    @Override
    public DeployedResource create(ResourceRequest request) {
        HttpApi api = apis.of(request);
        HttpAuthorizer authorizer = authorizer(Ids.of(request.generatedUuid(), ID_LENGTH), request);
        api.put(authorizer);
        return HttpApis.part(api, authorizer.id(), "AuthorizerId");
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

    private static HttpAuthorizer authorizer(String id, ResourceRequest request) {
        String name = request.requiredText("Name");
        List<String> sources = request.texts("IdentitySource");
        String type = request.requiredText("AuthorizerType");
        return switch (type) {
            case "JWT" ->
                new HttpAuthorizer.Jwt(
                        id,
                        name,
                        sources,
                        request.requiredText("JwtConfiguration.Issuer"),
                        request.texts("JwtConfiguration.Audience"));
            case "REQUEST" -> lambda(id, name, sources, request);
            default -> throw new IllegalArgumentException("AuthorizerType must be JWT or REQUEST, was " + type);
        };
    }

    private static HttpAuthorizer lambda(String id, String name, List<String> sources, ResourceRequest request) {
        String format = request.requiredText("AuthorizerPayloadFormatVersion");
        boolean simple = request.flag("EnableSimpleResponses");
        if (!Set.of("1.0", "2.0").contains(format) || simple && format.equals("1.0")) {
            throw new IllegalArgumentException(
                    "AuthorizerPayloadFormatVersion must be 1.0 or 2.0, and 2.0 for simple responses; was " + format);
        }
        int ttl = request.integer("AuthorizerResultTtlInSeconds").orElse(DEFAULT_TTL_SECONDS);
        if (ttl < 0 || ttl > MAX_TTL_SECONDS) {
            throw new IllegalArgumentException(
                    "AuthorizerResultTtlInSeconds must be 0 to %d, was %d".formatted(MAX_TTL_SECONDS, ttl));
        }
        String uri = request.requiredText("AuthorizerUri");
        return new HttpAuthorizer.Lambda(
                id, name, sources, FunctionUri.functionArn(uri), uri, format, simple, Duration.ofSeconds(ttl));
    }
}
