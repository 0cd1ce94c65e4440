package dev.edaworkshop.localcloud.iam;

import dev.edaworkshop.localcloud.iam.Policy.Effect;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The roles and resource policies of one account, and the decision whether a request is allowed.
 *
 * <p>Within one account, as here, an allow in the identity policies or in the resource policy is enough, and an
 * explicit deny anywhere wins. Services are let in by resource policies only.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html">Policy evaluation logic</a>
 */
public final class Iam {
    private final String accountId;
    private final Map<String, Role> roles = new ConcurrentHashMap<>();
    private final Map<String, Policy> managedPolicies = new ConcurrentHashMap<>();
    private final Map<String, Map<String, Policy>> attachedPolicies = new ConcurrentHashMap<>();
    private final Map<String, Map<String, Policy>> resourcePolicies = new ConcurrentHashMap<>();
    private final Map<String, Map<String, Policy>> servicePolicies = new ConcurrentHashMap<>();

    public Iam(String accountId) {
        this.accountId = accountId;
    }

    /** Adds or replaces a role; what is attached to it stays. */
    public void putRole(Role role) {
        roles.put(role.name(), role);
    }

    public Optional<Role> role(String name) {
        return Optional.ofNullable(roles.get(name));
    }

    /** The role of an ARN, whatever its path. */
    public Optional<Role> roleByArn(String arn) {
        return roles.values().stream().filter(role -> role.arn().equals(arn)).findFirst();
    }

    public void deleteRole(String name) {
        roles.remove(name);
        attachedPolicies.remove(name);
    }

    /** Adds or replaces a managed policy of the account's own. */
    public void putManagedPolicy(String arn, Policy policy) {
        managedPolicies.put(arn, policy);
    }

    public void deleteManagedPolicy(String arn) {
        managedPolicies.remove(arn);
    }

    /**
     * A managed policy: the account's own, or one of AWS's.
     *
     * @throws IllegalArgumentException if there is none; names those that are known here
     */
    public Policy managedPolicy(String arn) {
        Policy own = managedPolicies.get(arn);
        return own == null ? ManagedPolicies.policy(arn) : own;
    }

    /** The roles, by name. */
    public List<Role> roles() {
        return roles.values().stream().sorted(Comparator.comparing(Role::name)).toList();
    }

    /**
     * Attaches a policy to a role.
     *
     * @throws IllegalArgumentException if the role does not exist
     */
    public void putRolePolicy(String roleName, String policyName, Policy policy) {
        if (!roles.containsKey(roleName)) {
            throw new IllegalArgumentException("The role with name " + roleName + " cannot be found.");
        }
        attachedPolicies
                .computeIfAbsent(roleName, name -> new ConcurrentHashMap<>())
                .put(policyName, policy);
    }

    public void deleteRolePolicy(String roleName, String policyName) {
        attachedPolicies.getOrDefault(roleName, new ConcurrentHashMap<>()).remove(policyName);
    }

    /**
     * Adds or replaces one of the policies of a resource.
     *
     * @param name a resource may carry several, as functions do: one statement per permission
     */
    public void putResourcePolicy(String resourceArn, String name, Policy policy) {
        resourcePolicies
                .computeIfAbsent(resourceArn, arn -> new ConcurrentHashMap<>())
                .put(name, policy);
    }

    public void deleteResourcePolicy(String resourceArn, String name) {
        resourcePolicies.getOrDefault(resourceArn, new ConcurrentHashMap<>()).remove(name);
    }

    /**
     * Adds or replaces a policy for all resources of a service, as CloudWatch Logs has them.
     *
     * @param service as in ARNs, such as {@code logs}
     */
    public void putServicePolicy(String service, String name, Policy policy) {
        servicePolicies.computeIfAbsent(service, s -> new ConcurrentHashMap<>()).put(name, policy);
    }

    public void deleteServicePolicy(String service, String name) {
        servicePolicies.getOrDefault(service, new ConcurrentHashMap<>()).remove(name);
    }

    public void deleteResourcePolicies(String resourceArn) {
        resourcePolicies.remove(resourceArn);
    }

    /**
     * Decides a request.
     *
     * @param action as IAM spells it, such as {@code sqs:SendMessage}
     * @param conditionKeys what is known besides principal and transport, such as {@code aws:SourceArn}
     */
    public Decision decide(Principal principal, String action, String resourceArn, Map<String, String> conditionKeys) {
        Map<String, String> keys = new TreeMap<>();
        conditionKeys.forEach((key, value) -> keys.put(key.toLowerCase(Locale.ROOT), value));
        keys.put("aws:sourceaccount", keys.getOrDefault("aws:sourceaccount", accountId));
        keys.put("aws:resourceaccount", accountId);
        // The loopback interface takes the place of TLS: nobody else can listen.
        keys.put("aws:securetransport", "true");
        if (!(principal instanceof Principal.Service)) {
            keys.put("aws:principalaccount", accountId);
            keys.put("aws:principalarn", principal instanceof Principal.AssumedRole r ? r.roleArn() : principal.arn());
        }

        Effect resource = effect(policiesFor(resourceArn), principal, action, resourceArn, keys);
        if (resource == Effect.DENY) {
            return new Decision.Denied("resource-based", true);
        }
        return switch (principal) {
            case Principal.Administrator administrator -> new Decision.Allowed();
            case Principal.Service service ->
                resource == Effect.ALLOW ? new Decision.Allowed() : new Decision.Denied("resource-based", false);
            case Principal.AssumedRole role -> decide(role, resource, action, resourceArn, keys);
        };
    }

    private Decision decide(
            Principal.AssumedRole caller,
            Effect resource,
            String action,
            String resourceArn,
            Map<String, String> keys) {
        Optional<Role> role = role(caller.roleName());
        Effect identity = effect(identityPolicies(caller.roleName()), caller, action, resourceArn, keys);
        if (identity == Effect.DENY) {
            return new Decision.Denied("identity-based", true);
        }
        Optional<Policy> boundary = role.flatMap(Role::boundary);
        if (boundary.isPresent()) {
            Effect limit = boundary.get().effect(caller, action, resourceArn, keys);
            if (limit == Effect.DENY) {
                return new Decision.Denied("permissions boundary", true);
            }
            if (limit == Effect.NONE && resource != Effect.ALLOW) {
                return new Decision.Denied("permissions boundary", false);
            }
        }
        return identity == Effect.ALLOW || resource == Effect.ALLOW
                ? new Decision.Allowed()
                : new Decision.Denied("identity-based", false);
    }

    private List<Policy> policiesFor(String resourceArn) {
        List<Policy> policies =
                List.copyOf(resourcePolicies.getOrDefault(resourceArn, Map.of()).values());
        if (servicePolicies.isEmpty()) {
            return policies;
        }
        String[] arn = resourceArn.split(":", 4);
        List<Policy> all = new ArrayList<>(policies);
        all.addAll(servicePolicies
                .getOrDefault(arn.length > 2 ? arn[2] : "", Map.of())
                .values());
        return all;
    }

    private List<Policy> identityPolicies(String roleName) {
        List<Policy> policies = new ArrayList<>(
                attachedPolicies.getOrDefault(roleName, Map.of()).values());
        role(roleName).ifPresent(role -> policies.addAll(role.policies().values()));
        return policies;
    }

    private static Effect effect(
            List<Policy> policies, Principal principal, String action, String resourceArn, Map<String, String> keys) {
        Effect effect = Effect.NONE;
        for (Policy policy : policies) {
            Effect said = policy.effect(principal, action, resourceArn, keys);
            if (said == Effect.DENY) {
                return Effect.DENY;
            }
            if (said == Effect.ALLOW) {
                effect = Effect.ALLOW;
            }
        }
        return effect;
    }
}
