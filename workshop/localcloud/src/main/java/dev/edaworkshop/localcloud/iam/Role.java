package dev.edaworkshop.localcloud.iam;

import java.util.Map;
import java.util.Optional;

/**
 * An IAM role.
 *
 * @param trustPolicy who may assume it
 * @param policies its own, inline and managed ones, by name; others may be attached besides
 */
public record Role(
        String name, String arn, Policy trustPolicy, Map<String, Policy> policies, Optional<Policy> boundary) {
    public Role {
        policies = Map.copyOf(policies);
    }

    /** Whether somebody may take the role on. */
    public boolean trusts(Principal principal) {
        return trustPolicy.effect(principal, "sts:AssumeRole", arn, Map.of()) == Policy.Effect.ALLOW;
    }

    /** Whether the service may take the role on. */
    public boolean trusts(String service) {
        return trusts(new Principal.Service(service));
    }
}
