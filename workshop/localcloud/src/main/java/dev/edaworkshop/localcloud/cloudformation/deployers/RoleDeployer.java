package dev.edaworkshop.localcloud.cloudformation.deployers;

import com.fasterxml.jackson.databind.JsonNode;
import dev.edaworkshop.localcloud.cloudformation.DeployedResource;
import dev.edaworkshop.localcloud.cloudformation.ResourceDeployer;
import dev.edaworkshop.localcloud.cloudformation.ResourceRequest;
import dev.edaworkshop.localcloud.iam.Iam;
import dev.edaworkshop.localcloud.iam.Policy;
import dev.edaworkshop.localcloud.iam.Role;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-role.html">AWS::IAM::Role</a> */
public final class RoleDeployer implements ResourceDeployer {
    private static final int MAX_NAME = 64;

    private final Iam iam;
    private final String accountId;

    public RoleDeployer(Iam iam, String accountId) {
        this.iam = iam;
        this.accountId = accountId;
    }

    @Override
    public String type() {
        return "AWS::IAM::Role";
    }

    @Override
    public Set<String> properties() {
        return Set.of(
                "RoleName", "Path", "AssumeRolePolicyDocument", "Policies", "ManagedPolicyArns", "PermissionsBoundary");
    }

    @Override
    public Map<String, String> recordedProperties() {
        return Map.of(
                "Description", "nothing here reads it",
                "MaxSessionDuration", "sessions do not end here",
                "Tags", "nothing here reads them");
    }

    @Override
    public Set<String> createOnlyProperties() {
        return Set.of("RoleName", "Path");
    }

    @Override
    public Set<String> attributes() {
        return Set.of("Arn", "RoleId");
    }

    @Override
    public DeployedResource create(ResourceRequest request) {
        String name = request.name("RoleName", MAX_NAME);
        String arn = "arn:aws:iam::%s:role%s%s"
                .formatted(accountId, request.text("Path").orElse("/"), name);
        iam.putRole(role(name, arn, request));
        return new DeployedResource(name, Map.of("Arn", arn, "RoleId", "AROA" + name));
    }

    @Override
    public DeployedResource update(DeployedResource deployed, ResourceRequest request) {
        String arn = deployed.attributes().getOrDefault("Arn", "");
        iam.putRole(role(deployed.physicalId(), arn, request));
        return deployed;
    }

    @Override
    public void delete(DeployedResource deployed) {
        iam.deleteRole(deployed.physicalId());
    }

    private Role role(String name, String arn, ResourceRequest request) {
        Map<String, Policy> policies = new LinkedHashMap<>();
        for (JsonNode policy : request.json("Policies")) {
            policies.put(policy.path("PolicyName").asText(), Policy.parse(policy.path("PolicyDocument")));
        }
        request.texts("ManagedPolicyArns").forEach(managed -> policies.put(managed, iam.managedPolicy(managed)));
        Optional<Policy> boundary = request.text("PermissionsBoundary").map(iam::managedPolicy);
        return new Role(name, arn, Policy.parse(request.json("AssumeRolePolicyDocument")), policies, boundary);
    }
}
