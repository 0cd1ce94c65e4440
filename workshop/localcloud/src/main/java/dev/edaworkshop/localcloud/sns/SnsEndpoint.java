package dev.edaworkshop.localcloud.sns;

import dev.edaworkshop.localcloud.AccountContext;
import dev.edaworkshop.localcloud.wire.Call;
import dev.edaworkshop.localcloud.wire.RpcService;
import software.amazon.awssdk.services.sns.model.AddPermissionRequest;
import software.amazon.awssdk.services.sns.model.ConfirmSubscriptionRequest;
import software.amazon.awssdk.services.sns.model.CreateTopicRequest;
import software.amazon.awssdk.services.sns.model.DeleteTopicRequest;
import software.amazon.awssdk.services.sns.model.GetSubscriptionAttributesRequest;
import software.amazon.awssdk.services.sns.model.GetTopicAttributesRequest;
import software.amazon.awssdk.services.sns.model.ListSubscriptionsByTopicRequest;
import software.amazon.awssdk.services.sns.model.ListSubscriptionsRequest;
import software.amazon.awssdk.services.sns.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.sns.model.ListTopicsRequest;
import software.amazon.awssdk.services.sns.model.PublishBatchRequest;
import software.amazon.awssdk.services.sns.model.PublishRequest;
import software.amazon.awssdk.services.sns.model.RemovePermissionRequest;
import software.amazon.awssdk.services.sns.model.SetSubscriptionAttributesRequest;
import software.amazon.awssdk.services.sns.model.SetTopicAttributesRequest;
import software.amazon.awssdk.services.sns.model.SubscribeRequest;
import software.amazon.awssdk.services.sns.model.TagResourceRequest;
import software.amazon.awssdk.services.sns.model.UnsubscribeRequest;
import software.amazon.awssdk.services.sns.model.UntagResourceRequest;

/** SNS on the wire: the table of actions. */
public final class SnsEndpoint {
    private SnsEndpoint() {}

    public static RpcService of(Topics topics, AccountContext account) {
        var accessDenied = new Call.AccessDeniedStyle(
                403, "AuthorizationError", "AuthorizationError", action -> action.replace("sns:", "SNS:"));
        var publish = new PublishActions(topics);
        var topic = new TopicActions(topics, account);
        var subscription = new SubscriptionActions(topics, account);
        var permission = new PermissionActions(topics);
        return new RpcService("sns", account.iam(), account.journal(), accessDenied)
                .query("http://sns.amazonaws.com/doc/2010-03-31/")
                .operation("Publish", PublishRequest::builder, publish::publish)
                .operation("PublishBatch", PublishBatchRequest::builder, publish::publishBatch)
                .operation("CreateTopic", CreateTopicRequest::builder, topic::create)
                .operation("DeleteTopic", DeleteTopicRequest::builder, topic::delete)
                .operation("ListTopics", ListTopicsRequest::builder, topic::list)
                .operation("GetTopicAttributes", GetTopicAttributesRequest::builder, topic::attributes)
                .operation("SetTopicAttributes", SetTopicAttributesRequest::builder, topic::setAttributes)
                .operation("AddPermission", AddPermissionRequest::builder, permission::add)
                .operation("RemovePermission", RemovePermissionRequest::builder, permission::remove)
                .operation("TagResource", TagResourceRequest::builder, topic::tag)
                .operation("UntagResource", UntagResourceRequest::builder, topic::untag)
                .operation("ListTagsForResource", ListTagsForResourceRequest::builder, topic::tags)
                .operation("Subscribe", SubscribeRequest::builder, subscription::subscribe)
                .operation("ConfirmSubscription", ConfirmSubscriptionRequest::builder, subscription::confirm)
                .operation("Unsubscribe", UnsubscribeRequest::builder, subscription::unsubscribe)
                .operation("ListSubscriptions", ListSubscriptionsRequest::builder, subscription::list)
                .operation(
                        "ListSubscriptionsByTopic", ListSubscriptionsByTopicRequest::builder, subscription::listByTopic)
                .operation(
                        "GetSubscriptionAttributes",
                        GetSubscriptionAttributesRequest::builder,
                        subscription::attributes)
                .operation(
                        "SetSubscriptionAttributes",
                        SetSubscriptionAttributesRequest::builder,
                        subscription::setAttributes);
    }
}
