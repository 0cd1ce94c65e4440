package dev.edaworkshop.localcloud.cloudformation.deployers;

import dev.edaworkshop.localcloud.cloudformation.DeployedResource;
import dev.edaworkshop.localcloud.cloudformation.ResourceDeployer;
import dev.edaworkshop.localcloud.cloudformation.ResourceRequest;
import dev.edaworkshop.localcloud.logs.LogResourcePolicies;
import java.util.Set;

/** @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-logs-resourcepolicy.html">AWS::Logs::ResourcePolicy</a> */
public final class LogResourcePolicyDeployer implements ResourceDeployer {
    private static final int MAX_NAME = 255;

    private final LogResourcePolicies policies;

    public LogResourcePolicyDeployer(LogResourcePolicies policies) {
        this.policies = policies;
    }

    @Override
    public String type() {
        return "AWS::Logs::ResourcePolicy";
    }

    @Override
    public Set<String> properties() {
        return Set.of("PolicyName", "PolicyDocument");
    }

    @Override
    public Set<String> createOnlyProperties() {
        return Set.of("PolicyName");
    }

    @Override
    public DeployedResource create(ResourceRequest request) {
        String name = request.name("PolicyName", MAX_NAME);
        policies.put(name, request.jsonText("PolicyDocument").orElse("{}"));
        return new DeployedResource(name);
    }

    @Override
    public DeployedResource update(DeployedResource deployed, ResourceRequest request) {
        policies.put(deployed.physicalId(), request.jsonText("PolicyDocument").orElse("{}"));
        return deployed;
    }

    @Override
    public void delete(DeployedResource deployed) {
        policies.delete(deployed.physicalId());
    }
}
