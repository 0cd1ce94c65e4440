package dev.edaworkshop.localcloud.logs;

import dev.edaworkshop.localcloud.AccountContext;
import dev.edaworkshop.localcloud.wire.Call;
import dev.edaworkshop.localcloud.wire.RpcService;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteResourcePolicyRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteResourcePolicyResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeResourcePoliciesRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeResourcePoliciesResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutResourcePolicyRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutResourcePolicyResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResourcePolicy;

/** The API actions on resource policies of logs. */
final class LogResourcePolicyActions {
    private final LogResourcePolicies policies;
    private final AccountContext account;

    LogResourcePolicyActions(LogResourcePolicies policies, AccountContext account) {
        this.policies = policies;
        this.account = account;
    }

    void addTo(RpcService service) {
        service.operation("PutResourcePolicy", PutResourcePolicyRequest::builder, this::put)
                .operation("DescribeResourcePolicies", DescribeResourcePoliciesRequest::builder, this::describe)
                .operation("DeleteResourcePolicy", DeleteResourcePolicyRequest::builder, this::delete);
    }

    private PutResourcePolicyResponse put(Call call, PutResourcePolicyRequest request) {
        call.authorize("logs:PutResourcePolicy", account.arn("logs", "*"));
        if (request.resourceArn() != null) {
            throw LogErrors.unsupported("resource policies of a single resource (resourceArn)");
        }
        if (request.policyName() == null || request.policyDocument() == null) {
            throw LogErrors.invalidParameter("policyName and policyDocument are required");
        }
        policies.put(request.policyName(), request.policyDocument());
        return PutResourcePolicyResponse.builder()
                .resourcePolicy(policy(Map.entry(request.policyName(), request.policyDocument())))
                .build();
    }

    private DescribeResourcePoliciesResponse describe(Call call, DescribeResourcePoliciesRequest request) {
        call.authorize("logs:DescribeResourcePolicies", account.arn("logs", "*"));
        return DescribeResourcePoliciesResponse.builder()
                .resourcePolicies(new TreeMap<>(policies.all())
                        .entrySet().stream()
                                .map(LogResourcePolicyActions::policy)
                                .toList())
                .build();
    }

    private DeleteResourcePolicyResponse delete(Call call, DeleteResourcePolicyRequest request) {
        call.authorize("logs:DeleteResourcePolicy", account.arn("logs", "*"));
        if (request.policyName() == null || !policies.delete(request.policyName())) {
            throw LogErrors.policyNotFound(String.valueOf(request.policyName()));
        }
        return DeleteResourcePolicyResponse.builder().build();
    }

    private static ResourcePolicy policy(Map.Entry<String, String> policy) {
        return ResourcePolicy.builder()
                .policyName(policy.getKey())
                .policyDocument(policy.getValue())
                .build();
    }
}
