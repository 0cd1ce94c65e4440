package dev.edaworkshop.localcloud.sqs;

import dev.edaworkshop.localcloud.iam.PolicyText;
import dev.edaworkshop.localcloud.wire.Call;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.sqs.model.AddPermissionRequest;
import software.amazon.awssdk.services.sqs.model.AddPermissionResponse;
import software.amazon.awssdk.services.sqs.model.RemovePermissionRequest;
import software.amazon.awssdk.services.sqs.model.RemovePermissionResponse;

/** The actions that change single statements of a queue policy. */
final class PermissionActions {
    /** What an owner can share. */
    private static final Set<String> ACTIONS = Set.of(
            "*",
            "ChangeMessageVisibility",
            "DeleteMessage",
            "GetQueueAttributes",
            "GetQueueUrl",
            "ListDeadLetterSourceQueues",
            "PurgeQueue",
            "ReceiveMessage",
            "SendMessage");

    private final Queues queues;
    private final QueueAccess access;

    PermissionActions(Queues queues) {
        this.queues = queues;
        access = new QueueAccess(queues);
    }

    AddPermissionResponse add(Call call, AddPermissionRequest request) {
        Queue queue = access.queue(call, "AddPermission", request.queueUrl());
        String label = QueueAccess.required("Label", request.label());
        requireSome("AWSAccountIds", request.awsAccountIds());
        requireSome("Actions", request.actions());
        for (String action : request.actions()) {
            if (!ACTIONS.contains(action)) {
                throw SqsErrors.invalidParameter(
                        "ActionName", action, "Only the queue owner is allowed to invoke this action.");
            }
        }
        PolicyText policy = policyOf(queue);
        if (policy.has(label)) {
            throw SqsErrors.invalidParameter("Label", label, "Already exists.");
        }
        List<String> actions =
                request.actions().stream().map(action -> "SQS:" + action).toList();
        set(queue, policy.with(label, request.awsAccountIds(), actions, queue.arn()));
        return AddPermissionResponse.builder().build();
    }

    RemovePermissionResponse remove(Call call, RemovePermissionRequest request) {
        Queue queue = access.queue(call, "RemovePermission", request.queueUrl());
        String label = QueueAccess.required("Label", request.label());
        PolicyText policy = policyOf(queue);
        if (!policy.has(label)) {
            throw SqsErrors.invalidParameter("Label", label, "can't find label.");
        }
        set(queue, policy.without(label));
        return RemovePermissionResponse.builder().build();
    }

    private void set(Queue queue, PolicyText policy) {
        queues.setAttributes(queue, Map.of(QueueAttributes.POLICY, policy.isEmpty() ? "" : policy.json()));
    }

    private static PolicyText policyOf(Queue queue) {
        return Optional.ofNullable(queue.attributes().values().get(QueueAttributes.POLICY))
                .map(PolicyText::new)
                .orElse(PolicyText.empty());
    }

    private static void requireSome(String parameter, List<String> values) {
        if (values.isEmpty()) {
            throw SqsErrors.missingParameter(parameter);
        }
    }
}
