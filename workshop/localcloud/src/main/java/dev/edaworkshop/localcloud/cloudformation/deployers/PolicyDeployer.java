package dev.edaworkshop.localcloud.cloudformation.deployers;

import dev.edaworkshop.localcloud.cloudformation.DeployedResource;
import dev.edaworkshop.localcloud.cloudformation.ResourceDeployer;
import dev.edaworkshop.localcloud.cloudformation.ResourceRequest;
import dev.edaworkshop.localcloud.iam.Iam;
import dev.edaworkshop.localcloud.iam.Policy;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-policy.html">AWS::IAM::Policy</a> */
public final class PolicyDeployer implements ResourceDeployer {
    private final Iam iam;

    public PolicyDeployer(Iam iam) {
        this.iam = iam;
    }

    @Override
    public String type() {
        return "AWS::IAM::Policy";
    }

    @Override
    public Set<String> properties() {
        return Set.of("PolicyName", "PolicyDocument", "Roles");
    }

    @Override
    public Set<String> attributes() {
        return Set.of("Id");
    }

    @Override
    public DeployedResource create(ResourceRequest request) {
        String name = request.requiredText("PolicyName");
        Policy policy = Policy.parse(request.json("PolicyDocument"));
        List<String> roles = request.texts("Roles");
        roles.forEach(role -> iam.putRolePolicy(role, name, policy));
        return new DeployedResource(
                request.generatedId(),
                Map.of("Id", request.generatedId(), "PolicyName", name, "Roles", String.join(",", roles)));
    }

    @Override
    public DeployedResource update(DeployedResource deployed, ResourceRequest request) {
        delete(deployed);
        return create(request);
    }

    @Override
    public void delete(DeployedResource deployed) {
        String name = deployed.attributes().getOrDefault("PolicyName", "");
        for (String role : deployed.attributes().getOrDefault("Roles", "").split(",")) {
            iam.deleteRolePolicy(role, name);
        }
    }
}
