package dev.edaworkshop.localcloud.cloudformation.deployers;

import dev.edaworkshop.localcloud.cloudformation.DeployedResource;
import dev.edaworkshop.localcloud.cloudformation.Properties;
import dev.edaworkshop.localcloud.cloudformation.ResourceDeployer;
import dev.edaworkshop.localcloud.cloudformation.ResourceRequest;
import dev.edaworkshop.localcloud.events.ApiDestinations;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.eventbridge.model.ConnectionBodyParameter;
import software.amazon.awssdk.services.eventbridge.model.ConnectionHeaderParameter;
import software.amazon.awssdk.services.eventbridge.model.ConnectionHttpParameters;
import software.amazon.awssdk.services.eventbridge.model.ConnectionQueryStringParameter;
import software.amazon.awssdk.services.eventbridge.model.CreateConnectionAuthRequestParameters;
import software.amazon.awssdk.services.eventbridge.model.CreateConnectionRequest;

/**
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-events-connection.html">AWS::Events::Connection</a>
 */
public final class ConnectionDeployer implements ResourceDeployer {
    private static final int MAX_NAME = 64;

    private final ApiDestinations destinations;

    public ConnectionDeployer(ApiDestinations destinations) {
        this.destinations = destinations;
    }

    @Override
    public String type() {
        return "AWS::Events::Connection";
    }

    @Override
    public Set<String> properties() {
        return Set.of(
                "Name",
                "AuthorizationType",
                "AuthParameters.ApiKeyAuthParameters",
                "AuthParameters.BasicAuthParameters",
                "AuthParameters.InvocationHttpParameters");
    }

    @Override
    public Map<String, String> recordedProperties() {
        return Map.of(
                "Description", "nothing here reads it",
                "KmsKeyIdentifier", "encryption at rest cannot be observed here");
    }

    @Override
    public Set<String> createOnlyProperties() {
        return Set.of("Name");
    }

    @Override
    public Set<String> attributes() {
        return Set.of("Arn", "SecretArn");
    }

    @Override
    public DeployedResource create(ResourceRequest request) {
        return create(request.name("Name", MAX_NAME), request);
    }

    /** As the ARN is made of the name, nobody notices that there is another behind it. */
    @Override
    public DeployedResource update(DeployedResource deployed, ResourceRequest request) {
        destinations.deleteConnection(deployed.physicalId());
        return create(deployed.physicalId(), request);
    }

    private DeployedResource create(String name, ResourceRequest request) {
        Properties auth = request.properties().requiredObject("AuthParameters");
        CreateConnectionAuthRequestParameters.Builder parameters = CreateConnectionAuthRequestParameters.builder();
        auth.object("ApiKeyAuthParameters")
                .ifPresent(key -> parameters.apiKeyAuthParameters(to ->
                        to.apiKeyName(key.requiredText("ApiKeyName")).apiKeyValue(key.requiredText("ApiKeyValue"))));
        auth.object("BasicAuthParameters")
                .ifPresent(basic -> parameters.basicAuthParameters(
                        to -> to.username(basic.requiredText("Username")).password(basic.requiredText("Password"))));
        auth.object("InvocationHttpParameters").ifPresent(http -> parameters.invocationHttpParameters(http(http)));
        String arn = destinations.create(CreateConnectionRequest.builder()
                .name(name)
                .authorizationType(request.requiredText("AuthorizationType"))
                .authParameters(parameters.build())
                .build());
        return new DeployedResource(name, Map.of("Arn", arn, "SecretArn", destinations.secretArn(name)));
    }

    @Override
    public void delete(DeployedResource deployed) {
        destinations.deleteConnection(deployed.physicalId());
    }

    private static ConnectionHttpParameters http(Properties http) {
        return ConnectionHttpParameters.builder()
                .headerParameters(http.objects("HeaderParameters").stream()
                        .map(header -> ConnectionHeaderParameter.builder()
                                .key(header.requiredText("Key"))
                                .value(header.requiredText("Value"))
                                .build())
                        .toList())
                .queryStringParameters(http.objects("QueryStringParameters").stream()
                        .map(parameter -> ConnectionQueryStringParameter.builder()
                                .key(parameter.requiredText("Key"))
                                .value(parameter.requiredText("Value"))
                                .build())
                        .toList())
                .bodyParameters(http.objects("BodyParameters").stream()
                        .map(parameter -> ConnectionBodyParameter.builder()
                                .key(parameter.requiredText("Key"))
                                .value(parameter.requiredText("Value"))
                                .build())
                        .toList())
                .build();
    }
}
