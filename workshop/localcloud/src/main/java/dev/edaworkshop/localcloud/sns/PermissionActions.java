package dev.edaworkshop.localcloud.sns;

import dev.edaworkshop.localcloud.iam.PolicyText;
import dev.edaworkshop.localcloud.wire.Call;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.sns.model.AddPermissionRequest;
import software.amazon.awssdk.services.sns.model.AddPermissionResponse;
import software.amazon.awssdk.services.sns.model.RemovePermissionRequest;
import software.amazon.awssdk.services.sns.model.RemovePermissionResponse;

/** The actions that change single statements of a topic policy. */
record PermissionActions(Topics topics) {

    AddPermissionResponse add(Call call, AddPermissionRequest request) {
        Topic topic = topic(call, "sns:AddPermission", request.topicArn());
        String label = SnsErrors.required("Label", request.label());
        if (request.awsAccountIds().isEmpty() || request.actionNames().isEmpty()) {
            throw SnsErrors.invalidParameter("Policy statement action and principal are required");
        }
        PolicyText policy = policyOf(topic);
        if (policy.has(label)) {
            throw SnsErrors.invalidParameter("Statement already exists");
        }
        List<String> actions =
                request.actionNames().stream().map(action -> "SNS:" + action).toList();
        set(topic, policy.with(label, request.awsAccountIds(), actions, topic.arn()));
        return AddPermissionResponse.builder().build();
    }

    RemovePermissionResponse remove(Call call, RemovePermissionRequest request) {
        Topic topic = topic(call, "sns:RemovePermission", request.topicArn());
        set(topic, policyOf(topic).without(SnsErrors.required("Label", request.label())));
        return RemovePermissionResponse.builder().build();
    }

    private Topic topic(Call call, String action, String topicArn) {
        String arn = SnsErrors.required("TopicArn", topicArn);
        SnsErrors.requireArn("TopicArn", arn);
        call.authorize(action, arn);
        return topics.topic(arn);
    }

    private void set(Topic topic, PolicyText policy) {
        if (policy.isEmpty()) {
            topics.removePolicy(topic);
        } else {
            topics.setAttribute(topic, TopicAttributes.POLICY, policy.json());
        }
    }

    private static PolicyText policyOf(Topic topic) {
        return Optional.ofNullable(topic.attributes().values().get(TopicAttributes.POLICY))
                .map(PolicyText::new)
                .orElse(PolicyText.empty());
    }
}
