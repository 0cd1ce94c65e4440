package dev.edaworkshop.localcloud.cloudformation.deployers.apigateway;

import dev.edaworkshop.localcloud.apigateway.FunctionUri;
import dev.edaworkshop.localcloud.apigateway.Ids;
import dev.edaworkshop.localcloud.apigateway.http.HttpApi;
import dev.edaworkshop.localcloud.apigateway.http.Integration;
import dev.edaworkshop.localcloud.cloudformation.DeployedResource;
import dev.edaworkshop.localcloud.cloudformation.ResourceDeployer;
import dev.edaworkshop.localcloud.cloudformation.ResourceRequest;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigatewayv2-integration.html">AWS::ApiGatewayV2::Integration</a> */
final class HttpIntegrationDeployer implements ResourceDeployer {
    private static final int ID_LENGTH = 7;

    private final HttpApis apis;

    HttpIntegrationDeployer(HttpApis apis) {
        this.apis = apis;
    }

    @Override
    public String type() {
        return "AWS::ApiGatewayV2::Integration";
    }

    @Override
    public Set<String> properties() {
        return Set.of(
                "ApiId",
                "IntegrationMethod",
                "IntegrationType",
                "IntegrationUri",
                "PayloadFormatVersion",
                "TimeoutInMillis");
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
        return Set.of("IntegrationId");
    }

    @Override
    public DeployedResource create(ResourceRequest request) {
        HttpApi api = apis.of(request);
        Integration integration = integration(Ids.of(request.generatedUuid(), ID_LENGTH), request);
        api.put(integration);
        return HttpApis.part(api, integration.id(), "IntegrationId");
    }

    @Override
    public DeployedResource update(DeployedResource deployed, ResourceRequest request) {
        apis.of(request).put(integration(deployed.physicalId(), request));
        return deployed;
    }

    @Override
    public void delete(DeployedResource deployed) {
        apis.of(deployed).ifPresent(api -> api.remove(deployed.physicalId()));
    }

    private static Integration integration(String id, ResourceRequest request) {
        String type = request.requiredText("IntegrationType");
        if (!type.equals("AWS_PROXY")) {
            throw new IllegalArgumentException(
                    "The local cloud does not support the integration type %s, only AWS_PROXY with a Lambda function."
                            .formatted(type));
        }
        String format = request.text("PayloadFormatVersion")
                .orElseThrow(() -> new IllegalArgumentException(
                        "PayloadFormatVersion is a required parameter for integration of type AWS_PROXY"));
        if (!Set.of("1.0", "2.0").contains(format)) {
            throw new IllegalArgumentException("PayloadFormatVersion must be 1.0 or 2.0, was " + format);
        }
        Duration patience =
                request.integer("TimeoutInMillis").map(Duration::ofMillis).orElse(Integration.LONGEST);
        if (patience.toMillis() < 50 || patience.compareTo(Integration.LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "TimeoutInMillis should be between 50 ms and 30000 ms, was " + patience.toMillis());
        }
        String uri = request.requiredText("IntegrationUri");
        return new Integration(id, FunctionUri.functionArn(uri), uri, format, patience);
    }
}
