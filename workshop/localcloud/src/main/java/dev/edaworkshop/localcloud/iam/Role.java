package dev.edaworkshop.localcloud.iam;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An IAM role.
 *
 * @param trustPolicy who may assume it
 * @param policies inline and managed ones, by name
 */
public record Role(
        String name, String arn, Policy trustPolicy, Map<String, Policy> policies, Optional<Policy> boundary) {
    public Role {
        policies = Map.copyOf(policies);
    }

    Role with(String policyName, Policy policy) {
        Map<String, Policy> more = new HashMap<>(policies);
        more.put(policyName, policy);
        return new Role(name, arn, trustPolicy, more, boundary);
    }

    Role without(String policyName) {
        Map<String, Policy> fewer = new HashMap<>(policies);
        fewer.remove(policyName);
        return new Role(name, arn, trustPolicy, fewer, boundary);
    }

    /** Whether the service may take the role on. */
    public boolean trusts(String service) {
        return trustPolicy.effect(new Principal.Service(service), "sts:AssumeRole", arn, Map.of())
                == Policy.Effect.ALLOW;
    }

    List<Policy> identityPolicies() {
        return List.copyOf(policies.values());
    }
}
