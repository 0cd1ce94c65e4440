package dev.edaworkshop.localcloud.cloudformation.deployers;

import dev.edaworkshop.localcloud.cloudformation.DeployedResource;
import dev.edaworkshop.localcloud.cloudformation.ResourceDeployer;
import dev.edaworkshop.localcloud.cloudformation.ResourceRequest;
import dev.edaworkshop.localcloud.iam.Iam;
import dev.edaworkshop.localcloud.iam.Policy;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-managedpolicy.html">AWS::IAM::ManagedPolicy</a> */
public final class ManagedPolicyDeployer implements ResourceDeployer {
    private static final int MAX_NAME = 128;

    private final Iam iam;
    private final String accountId;

    public ManagedPolicyDeployer(Iam iam, String accountId) {
        this.iam = iam;
        this.accountId = accountId;
    }

    @Override
    public String type() {
        return "AWS::IAM::ManagedPolicy";
    }

    @Override
    public Set<String> properties() {
        return Set.of("ManagedPolicyName", "Path", "PolicyDocument", "Roles");
    }

    @Override
    public Map<String, String> recordedProperties() {
        return Map.of("Description", "nothing here reads it");
    }

    @Override
    public Set<String> createOnlyProperties() {
        return Set.of("ManagedPolicyName", "Path");
    }

    @Override
    public Set<String> attributes() {
        return Set.of("PolicyArn", "PolicyId");
    }

    @Override
    public DeployedResource create(ResourceRequest request) {
        String name = request.name("ManagedPolicyName", MAX_NAME);
        String arn = "arn:aws:iam::%s:policy%s%s"
                .formatted(accountId, request.text("Path").orElse("/"), name);
        return put(arn, request);
    }

    @Override
    public DeployedResource update(DeployedResource deployed, ResourceRequest request) {
        delete(deployed);
        return put(deployed.physicalId(), request);
    }

    private DeployedResource put(String arn, ResourceRequest request) {
        Policy policy = Policy.parse(request.json("PolicyDocument"));
        List<String> roles = request.texts("Roles");
        iam.putManagedPolicy(arn, policy);
        roles.forEach(role -> iam.putRolePolicy(role, arn, policy));
        return new DeployedResource(
                arn, Map.of("PolicyArn", arn, "PolicyId", "ANPA" + arn.hashCode(), "Roles", String.join(",", roles)));
    }

    @Override
    public void delete(DeployedResource deployed) {
        iam.deleteManagedPolicy(deployed.physicalId());
        for (String role : deployed.attributes().getOrDefault("Roles", "").split(",")) {
            iam.deleteRolePolicy(role, deployed.physicalId());
        }
    }
}
