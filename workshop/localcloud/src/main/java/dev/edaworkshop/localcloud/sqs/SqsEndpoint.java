package dev.edaworkshop.localcloud.sqs;

import dev.edaworkshop.localcloud.AccountContext;
import dev.edaworkshop.localcloud.iam.Principal;
import dev.edaworkshop.localcloud.wire.Call;
import dev.edaworkshop.localcloud.wire.HttpRequest;
import dev.edaworkshop.localcloud.wire.HttpResponse;
import dev.edaworkshop.localcloud.wire.RpcService;
import dev.edaworkshop.localcloud.wire.ServiceEndpoint;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.services.sqs.model.AddPermissionRequest;
import software.amazon.awssdk.services.sqs.model.CancelMessageMoveTaskRequest;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequest;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityRequest;
import software.amazon.awssdk.services.sqs.model.CreateQueueRequest;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.DeleteMessageRequest;
import software.amazon.awssdk.services.sqs.model.DeleteQueueRequest;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesRequest;
import software.amazon.awssdk.services.sqs.model.GetQueueUrlRequest;
import software.amazon.awssdk.services.sqs.model.ListDeadLetterSourceQueuesRequest;
import software.amazon.awssdk.services.sqs.model.ListMessageMoveTasksRequest;
import software.amazon.awssdk.services.sqs.model.ListQueueTagsRequest;
import software.amazon.awssdk.services.sqs.model.ListQueuesRequest;
import software.amazon.awssdk.services.sqs.model.PurgeQueueRequest;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;
import software.amazon.awssdk.services.sqs.model.RemovePermissionRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SetQueueAttributesRequest;
import software.amazon.awssdk.services.sqs.model.StartMessageMoveTaskRequest;
import software.amazon.awssdk.services.sqs.model.TagQueueRequest;
import software.amazon.awssdk.services.sqs.model.UntagQueueRequest;

/**
 * SQS on the wire: the table of actions, in AWS JSON and in the older Query protocol.
 *
 * <p>A request may go to the root or to the URL of a queue, which then need not be named again.
 */
public final class SqsEndpoint implements ServiceEndpoint {
    /** What the Query protocol calls the members that travel flattened; lists of structures go by the structure's name. */
    private static final Map<String, String> QUERY_NAMES = Map.ofEntries(
            Map.entry("AWSAccountIds", "AWSAccountId"),
            Map.entry("Actions", "ActionName"),
            Map.entry("Attributes", "Attribute"),
            Map.entry("AttributeNames", "AttributeName"),
            Map.entry("MessageAttributes", "MessageAttribute"),
            Map.entry("MessageAttributeNames", "MessageAttributeName"),
            Map.entry("MessageSystemAttributes", "MessageSystemAttribute"),
            Map.entry("MessageSystemAttributeNames", "MessageSystemAttributeName"),
            Map.entry("QueueUrls", "QueueUrl"),
            Map.entry("queueUrls", "QueueUrl"),
            Map.entry("Tags", "Tag"),
            Map.entry("tags", "Tag"),
            Map.entry("TagKeys", "TagKey"));

    private final RpcService service;

    private SqsEndpoint(RpcService service) {
        this.service = service;
    }

    public static SqsEndpoint of(Queues queues, AccountContext account) {
        var accessDenied = new Call.AccessDeniedStyle(
                403, "AccessDeniedException", "AccessDenied", action -> action.toLowerCase(Locale.ROOT));
        var queue = new QueueActions(queues, account);
        var message = new MessageActions(queues);
        var permission = new PermissionActions(queues);
        var batch = new BatchActions(queues);
        var moveTask = new MoveTaskActions(queues, account);
        return new SqsEndpoint(new RpcService("sqs", account.iam(), account.journal(), accessDenied)
                .json("AmazonSQS.", "1.0", "com.amazonaws.sqs#")
                .flattenedQuery("http://queue.amazonaws.com/doc/2012-11-05/", QUERY_NAMES)
                .operation("CreateQueue", CreateQueueRequest::builder, queue::create)
                .operation("GetQueueUrl", GetQueueUrlRequest::builder, queue::url)
                .operation("ListQueues", ListQueuesRequest::builder, queue::list)
                .operation("DeleteQueue", DeleteQueueRequest::builder, queue::delete)
                .operation("GetQueueAttributes", GetQueueAttributesRequest::builder, queue::attributes)
                .operation("SetQueueAttributes", SetQueueAttributesRequest::builder, queue::setAttributes)
                .operation("PurgeQueue", PurgeQueueRequest::builder, queue::purge)
                .operation(
                        "ListDeadLetterSourceQueues",
                        ListDeadLetterSourceQueuesRequest::builder,
                        queue::deadLetterSources)
                .operation("TagQueue", TagQueueRequest::builder, queue::tag)
                .operation("UntagQueue", UntagQueueRequest::builder, queue::untag)
                .operation("ListQueueTags", ListQueueTagsRequest::builder, queue::tags)
                .operation("AddPermission", AddPermissionRequest::builder, permission::add)
                .operation("RemovePermission", RemovePermissionRequest::builder, permission::remove)
                .operation("SendMessage", SendMessageRequest::builder, message::send)
                .operation("SendMessageBatch", SendMessageBatchRequest::builder, batch::send)
                .operation("ReceiveMessage", ReceiveMessageRequest::builder, message::receive)
                .operation("DeleteMessage", DeleteMessageRequest::builder, message::delete)
                .operation("DeleteMessageBatch", DeleteMessageBatchRequest::builder, batch::delete)
                .operation(
                        "ChangeMessageVisibility", ChangeMessageVisibilityRequest::builder, message::changeVisibility)
                .operation(
                        "ChangeMessageVisibilityBatch",
                        ChangeMessageVisibilityBatchRequest::builder,
                        batch::changeVisibility)
                .operation("StartMessageMoveTask", StartMessageMoveTaskRequest::builder, moveTask::start)
                .operation("ListMessageMoveTasks", ListMessageMoveTasksRequest::builder, moveTask::list)
                .operation("CancelMessageMoveTask", CancelMessageMoveTaskRequest::builder, moveTask::cancel));
    }

    @Override
    public String signingName() {
        return service.signingName();
    }

    @Override
    public HttpResponse handle(Principal caller, HttpRequest request) {
        return service.handle(caller, QueueUrl.isQueueUrl(request.path()) ? withQueueUrl(request) : request);
    }

    /** What the body says about the queue, if it does, comes first. */
    private static HttpRequest withQueueUrl(HttpRequest request) {
        Map<String, String> query = new HashMap<>(request.query());
        query.putIfAbsent("QueueUrl", request.path());
        return new HttpRequest(request.method(), request.path(), query, request.headers(), request.body());
    }
}
