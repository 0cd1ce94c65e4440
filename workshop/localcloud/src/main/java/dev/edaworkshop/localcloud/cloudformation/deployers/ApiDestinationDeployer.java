package dev.edaworkshop.localcloud.cloudformation.deployers;

import dev.edaworkshop.localcloud.cloudformation.DeployedResource;
import dev.edaworkshop.localcloud.cloudformation.ResourceDeployer;
import dev.edaworkshop.localcloud.cloudformation.ResourceRequest;
import dev.edaworkshop.localcloud.events.ApiDestinations;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.eventbridge.model.CreateApiDestinationRequest;

/**
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-events-apidestination.html">AWS::Events::ApiDestination</a>
 */
public final class ApiDestinationDeployer implements ResourceDeployer {
    private static final int MAX_NAME = 64;

    private final ApiDestinations destinations;

    public ApiDestinationDeployer(ApiDestinations destinations) {
        this.destinations = destinations;
    }

    @Override
    public String type() {
        return "AWS::Events::ApiDestination";
    }

    @Override
    public Set<String> properties() {
        return Set.of("Name", "ConnectionArn", "HttpMethod", "InvocationEndpoint", "InvocationRateLimitPerSecond");
    }

    @Override
    public Map<String, String> recordedProperties() {
        return Map.of("Description", "nothing here reads it");
    }

    @Override
    public Set<String> createOnlyProperties() {
        return Set.of("Name");
    }

    @Override
    public Set<String> attributes() {
        return Set.of("Arn", "ArnForPolicy");
    }

    @Override
    public DeployedResource create(ResourceRequest request) {
        return create(request.name("Name", MAX_NAME), request);
    }

    /** As the ARN is made of the name, nobody notices that there is another behind it. */
    @Override
    public DeployedResource update(DeployedResource deployed, ResourceRequest request) {
        destinations.deleteDestination(deployed.physicalId());
        return create(deployed.physicalId(), request);
    }

    private DeployedResource create(String name, ResourceRequest request) {
        String arn = destinations.create(CreateApiDestinationRequest.builder()
                .name(name)
                .connectionArn(request.requiredText("ConnectionArn"))
                .httpMethod(request.requiredText("HttpMethod"))
                .invocationEndpoint(request.requiredText("InvocationEndpoint"))
                .invocationRateLimitPerSecond(
                        request.integer("InvocationRateLimitPerSecond").orElse(null))
                .build());
        return new DeployedResource(name, Map.of("Arn", arn, "ArnForPolicy", arn));
    }

    @Override
    public void delete(DeployedResource deployed) {
        destinations.deleteDestination(deployed.physicalId());
    }
}
