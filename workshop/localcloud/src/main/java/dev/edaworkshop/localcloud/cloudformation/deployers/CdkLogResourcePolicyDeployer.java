package dev.edaworkshop.localcloud.cloudformation.deployers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.edaworkshop.localcloud.cloudformation.DeployedResource;
import dev.edaworkshop.localcloud.cloudformation.ResourceDeployer;
import dev.edaworkshop.localcloud.cloudformation.ResourceRequest;
import dev.edaworkshop.localcloud.logs.LogResourcePolicies;
import java.util.Set;

/**
 * What the CDK writes for a log group as a target: a call of PutResourcePolicy, which a function of the CDK would make.
 * The local cloud makes the call itself.
 */
public final class CdkLogResourcePolicyDeployer implements ResourceDeployer {
    private static final JsonMapper JSON = new JsonMapper();

    private final LogResourcePolicies policies;

    public CdkLogResourcePolicyDeployer(LogResourcePolicies policies) {
        this.policies = policies;
    }

    @Override
    public String type() {
        return "Custom::CloudwatchLogResourcePolicy";
    }

    @Override
    public Set<String> properties() {
        return Set.of("ServiceToken", "Create", "Update", "Delete", "InstallLatestAwsSdk");
    }

    @Override
    public Set<String> createOnlyProperties() {
        return Set.of("ServiceToken");
    }

    @Override
    public DeployedResource create(ResourceRequest request) {
        JsonNode call = call(request);
        if (!call.path("action").asText().equalsIgnoreCase("putResourcePolicy")) {
            throw new IllegalArgumentException(
                    "The local cloud makes no other call than putResourcePolicy, not " + call.path("action"));
        }
        JsonNode parameters = call.path("parameters");
        String name = parameters.path("policyName").asText();
        policies.put(name, parameters.path("policyDocument").asText());
        return new DeployedResource(name);
    }

    @Override
    public DeployedResource update(DeployedResource deployed, ResourceRequest request) {
        return create(request);
    }

    @Override
    public void delete(DeployedResource deployed) {
        policies.delete(deployed.physicalId());
    }

    private static JsonNode call(ResourceRequest request) {
        try {
            return JSON.readTree(request.jsonText("Create").orElse("{}"));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Create is no call of the AWS SDK: " + e.getOriginalMessage(), e);
        }
    }
}
