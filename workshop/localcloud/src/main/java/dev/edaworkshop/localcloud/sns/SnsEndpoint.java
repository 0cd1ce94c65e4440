package dev.edaworkshop.localcloud.sns;

import dev.edaworkshop.localcloud.AccountContext;
import dev.edaworkshop.localcloud.wire.Call;
import dev.edaworkshop.localcloud.wire.RpcService;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sns.model.CreateTopicRequest;
import software.amazon.awssdk.services.sns.model.CreateTopicResponse;
import software.amazon.awssdk.services.sns.model.DeleteTopicRequest;
import software.amazon.awssdk.services.sns.model.DeleteTopicResponse;
import software.amazon.awssdk.services.sns.model.GetSubscriptionAttributesRequest;
import software.amazon.awssdk.services.sns.model.GetSubscriptionAttributesResponse;
import software.amazon.awssdk.services.sns.model.GetTopicAttributesRequest;
import software.amazon.awssdk.services.sns.model.GetTopicAttributesResponse;
import software.amazon.awssdk.services.sns.model.ListSubscriptionsByTopicRequest;
import software.amazon.awssdk.services.sns.model.ListSubscriptionsByTopicResponse;
import software.amazon.awssdk.services.sns.model.ListSubscriptionsRequest;
import software.amazon.awssdk.services.sns.model.ListSubscriptionsResponse;
import software.amazon.awssdk.services.sns.model.ListTopicsRequest;
import software.amazon.awssdk.services.sns.model.ListTopicsResponse;
import software.amazon.awssdk.services.sns.model.PublishBatchRequest;
import software.amazon.awssdk.services.sns.model.PublishBatchRequestEntry;
import software.amazon.awssdk.services.sns.model.PublishBatchResponse;
import software.amazon.awssdk.services.sns.model.PublishBatchResultEntry;
import software.amazon.awssdk.services.sns.model.PublishRequest;
import software.amazon.awssdk.services.sns.model.PublishResponse;
import software.amazon.awssdk.services.sns.model.SetSubscriptionAttributesRequest;
import software.amazon.awssdk.services.sns.model.SetSubscriptionAttributesResponse;
import software.amazon.awssdk.services.sns.model.SetTopicAttributesRequest;
import software.amazon.awssdk.services.sns.model.SetTopicAttributesResponse;
import software.amazon.awssdk.services.sns.model.SubscribeRequest;
import software.amazon.awssdk.services.sns.model.SubscribeResponse;
import software.amazon.awssdk.services.sns.model.UnsubscribeRequest;
import software.amazon.awssdk.services.sns.model.UnsubscribeResponse;

/** SNS on the wire: the table of actions, permissions and AWS's classes; the work is done by {@link Topics}. */
public final class SnsEndpoint {
    private static final int MAX_BATCH = 10;
    private static final int MAX_BATCH_ID = 80;
    private static final int PAGE = 100;

    private final Topics topics;
    private final AccountContext account;

    private SnsEndpoint(Topics topics, AccountContext account) {
        this.topics = topics;
        this.account = account;
    }

    public static RpcService of(Topics topics, AccountContext account) {
        return new SnsEndpoint(topics, account).service();
    }

    private RpcService service() {
        var accessDenied = new Call.AccessDeniedStyle(
                403, "AuthorizationError", "AuthorizationError", action -> action.replace("sns:", "SNS:"));
        return new RpcService("sns", account.iam(), account.journal(), accessDenied)
                .query("http://sns.amazonaws.com/doc/2010-03-31/")
                .operation("Publish", PublishRequest::builder, this::publish)
                .operation("PublishBatch", PublishBatchRequest::builder, this::publishBatch)
                .operation("CreateTopic", CreateTopicRequest::builder, this::createTopic)
                .operation("DeleteTopic", DeleteTopicRequest::builder, this::deleteTopic)
                .operation("ListTopics", ListTopicsRequest::builder, this::listTopics)
                .operation("GetTopicAttributes", GetTopicAttributesRequest::builder, this::getTopicAttributes)
                .operation("SetTopicAttributes", SetTopicAttributesRequest::builder, this::setTopicAttributes)
                .operation("Subscribe", SubscribeRequest::builder, this::subscribe)
                .operation("Unsubscribe", UnsubscribeRequest::builder, this::unsubscribe)
                .operation("ListSubscriptions", ListSubscriptionsRequest::builder, this::listSubscriptions)
                .operation(
                        "ListSubscriptionsByTopic",
                        ListSubscriptionsByTopicRequest::builder,
                        this::listSubscriptionsByTopic)
                .operation(
                        "GetSubscriptionAttributes",
                        GetSubscriptionAttributesRequest::builder,
                        this::getSubscriptionAttributes)
                .operation(
                        "SetSubscriptionAttributes",
                        SetSubscriptionAttributesRequest::builder,
                        this::setSubscriptionAttributes);
    }

    private PublishResponse publish(Call call, PublishRequest request) {
        if (request.phoneNumber() != null) {
            throw SnsErrors.unsupported("text messages (PhoneNumber)");
        }
        String arn = request.topicArn() != null ? request.topicArn() : request.targetArn();
        if (arn == null) {
            throw SnsErrors.invalidParameter("TopicArn or TargetArn Reason: no value for required parameter");
        }
        SnsErrors.requireArn("TopicArn", arn);
        call.authorize("sns:Publish", arn);
        Topic topic = topics.topic(arn);
        refuseDeduplication(request.messageDeduplicationId());
        Message message = PublishRules.check(
                request.message(),
                request.subject(),
                request.messageStructure(),
                request.messageAttributes(),
                request.messageGroupId());
        if (PublishRules.bytes(request.message(), message.attributes()) > PublishRules.MAX_BYTES) {
            throw SnsErrors.invalidParameter("Message too long");
        }
        return PublishResponse.builder()
                .messageId(topic.publish(call.caller().arn(), message))
                .build();
    }

    private PublishBatchResponse publishBatch(Call call, PublishBatchRequest request) {
        String arn = required("TopicArn", request.topicArn());
        SnsErrors.requireArn("TopicArn", arn);
        call.authorize("sns:Publish", arn);
        Topic topic = topics.topic(arn);
        // One bad entry fails the whole call, so all are checked before any is published.
        Map<String, Message> messages = checkBatch(request.publishBatchRequestEntries());
        List<PublishBatchResultEntry> successful = messages.entrySet().stream()
                .map(entry -> PublishBatchResultEntry.builder()
                        .id(entry.getKey())
                        .messageId(topic.publish(call.caller().arn(), entry.getValue()))
                        .build())
                .toList();
        return PublishBatchResponse.builder()
                .successful(successful)
                .failed(List.of())
                .build();
    }

    private static Map<String, Message> checkBatch(List<PublishBatchRequestEntry> entries) {
        if (entries.isEmpty()) {
            throw SnsErrors.batch("EmptyBatchRequest", "The batch request doesn't contain any entries.");
        }
        if (entries.size() > MAX_BATCH) {
            throw SnsErrors.batch(
                    "TooManyEntriesInBatchRequest", "The batch request contains more entries than permissible.");
        }
        Set<String> ids = new HashSet<>();
        Map<String, Message> messages = new LinkedHashMap<>();
        int bytes = 0;
        for (PublishBatchRequestEntry entry : entries) {
            checkBatchId(entry.id());
            if (!ids.add(entry.id())) {
                throw SnsErrors.batch(
                        "BatchEntryIdsNotDistinct", "Two or more batch entries in the request have the same Id.");
            }
            refuseDeduplication(entry.messageDeduplicationId());
            Message message = PublishRules.check(
                    entry.message(),
                    entry.subject(),
                    entry.messageStructure(),
                    entry.messageAttributes(),
                    entry.messageGroupId());
            bytes += PublishRules.bytes(entry.message(), message.attributes());
            messages.put(entry.id(), message);
        }
        if (bytes > PublishRules.MAX_BYTES) {
            throw SnsErrors.batch(
                    "BatchRequestTooLong", "The length of all the messages put together is more than the limit.");
        }
        return messages;
    }

    private static void checkBatchId(@Nullable String id) {
        if (id == null || !id.matches("[A-Za-z0-9_-]+")) {
            throw SnsErrors.batch(
                    "InvalidBatchEntryId",
                    "The Id of a batch entry in the batch request contains an impermissible character: " + id);
        }
        if (id.length() > MAX_BATCH_ID) {
            throw SnsErrors.batch(
                    "InvalidBatchEntryId", "The Id of a batch entry in the batch request is too long: " + id);
        }
    }

    private static void refuseDeduplication(@Nullable String deduplicationId) {
        if (deduplicationId != null) {
            throw SnsErrors.invalidParameter(
                    "MessageDeduplicationId Reason: The request includes MessageDeduplicationId parameter that is not valid for this topic type");
        }
    }

    private CreateTopicResponse createTopic(Call call, CreateTopicRequest request) {
        String name = required("Name", request.name());
        call.authorize("sns:CreateTopic", account.arn("sns", name));
        return CreateTopicResponse.builder()
                .topicArn(topics.create(name, request.attributes()).arn())
                .build();
    }

    private DeleteTopicResponse deleteTopic(Call call, DeleteTopicRequest request) {
        String arn = required("TopicArn", request.topicArn());
        SnsErrors.requireArn("TopicArn", arn);
        call.authorize("sns:DeleteTopic", arn);
        topics.delete(arn);
        return DeleteTopicResponse.builder().build();
    }

    private ListTopicsResponse listTopics(Call call, ListTopicsRequest request) {
        call.authorize("sns:ListTopics", account.arn("sns", "*"));
        Page<Topic> page = Page.of(topics.all(), request.nextToken(), PAGE);
        return ListTopicsResponse.builder()
                .topics(page.items().stream()
                        .map(topic -> software.amazon.awssdk.services.sns.model.Topic.builder()
                                .topicArn(topic.arn())
                                .build())
                        .toList())
                .nextToken(page.nextToken().orElse(null))
                .build();
    }

    private GetTopicAttributesResponse getTopicAttributes(Call call, GetTopicAttributesRequest request) {
        String arn = required("TopicArn", request.topicArn());
        call.authorize("sns:GetTopicAttributes", arn);
        return GetTopicAttributesResponse.builder()
                .attributes(topics.describe(topics.topic(arn)))
                .build();
    }

    private SetTopicAttributesResponse setTopicAttributes(Call call, SetTopicAttributesRequest request) {
        String arn = required("TopicArn", request.topicArn());
        call.authorize("sns:SetTopicAttributes", arn);
        topics.setAttribute(
                topics.topic(arn),
                required("AttributeName", request.attributeName()),
                Optional.ofNullable(request.attributeValue()).orElse(""));
        return SetTopicAttributesResponse.builder().build();
    }

    private SubscribeResponse subscribe(Call call, SubscribeRequest request) {
        String arn = required("TopicArn", request.topicArn());
        SnsErrors.requireArn("TopicArn", arn);
        String protocol = required("Protocol", request.protocol());
        String endpoint = required("Endpoint", request.endpoint());
        call.authorize("sns:Subscribe", arn, Map.of("sns:Protocol", protocol, "sns:Endpoint", endpoint));
        return SubscribeResponse.builder()
                .subscriptionArn(topics.subscribe(arn, protocol, endpoint, request.attributes())
                        .arn())
                .build();
    }

    private UnsubscribeResponse unsubscribe(Call call, UnsubscribeRequest request) {
        String arn = required("SubscriptionArn", request.subscriptionArn());
        SnsErrors.requireArn("SubscriptionArn", arn);
        call.authorize("sns:Unsubscribe", arn);
        topics.unsubscribe(arn);
        return UnsubscribeResponse.builder().build();
    }

    private ListSubscriptionsResponse listSubscriptions(Call call, ListSubscriptionsRequest request) {
        call.authorize("sns:ListSubscriptions", account.arn("sns", "*"));
        Stream<Subscription> all = topics.all().stream().flatMap(topic -> topic.subscriptions().stream());
        Page<Subscription> page = Page.of(all.toList(), request.nextToken(), PAGE);
        return ListSubscriptionsResponse.builder()
                .subscriptions(page.items().stream().map(this::describe).toList())
                .nextToken(page.nextToken().orElse(null))
                .build();
    }

    private ListSubscriptionsByTopicResponse listSubscriptionsByTopic(
            Call call, ListSubscriptionsByTopicRequest request) {
        String arn = required("TopicArn", request.topicArn());
        call.authorize("sns:ListSubscriptionsByTopic", arn);
        Page<Subscription> page = Page.of(topics.topic(arn).subscriptions(), request.nextToken(), PAGE);
        return ListSubscriptionsByTopicResponse.builder()
                .subscriptions(page.items().stream().map(this::describe).toList())
                .nextToken(page.nextToken().orElse(null))
                .build();
    }

    private software.amazon.awssdk.services.sns.model.Subscription describe(Subscription subscription) {
        return software.amazon.awssdk.services.sns.model.Subscription.builder()
                .subscriptionArn(subscription.arn())
                .topicArn(subscription.topicArn())
                .protocol(subscription.protocol())
                .endpoint(subscription.endpoint())
                .owner(account.accountId())
                .build();
    }

    private GetSubscriptionAttributesResponse getSubscriptionAttributes(
            Call call, GetSubscriptionAttributesRequest request) {
        String arn = required("SubscriptionArn", request.subscriptionArn());
        call.authorize("sns:GetSubscriptionAttributes", arn);
        Subscription subscription = topics.subscription(arn);
        Map<String, String> attributes = new LinkedHashMap<>(subscription.attributes());
        attributes.put("SubscriptionArn", arn);
        attributes.put("TopicArn", subscription.topicArn());
        attributes.put("Protocol", subscription.protocol());
        attributes.put("Endpoint", subscription.endpoint());
        attributes.put("Owner", account.accountId());
        attributes.put("ConfirmationWasAuthenticated", "true");
        attributes.put("PendingConfirmation", "false");
        attributes.putIfAbsent("RawMessageDelivery", "false");
        attributes.put("SubscriptionPrincipal", call.caller().arn());
        return GetSubscriptionAttributesResponse.builder()
                .attributes(attributes)
                .build();
    }

    private SetSubscriptionAttributesResponse setSubscriptionAttributes(
            Call call, SetSubscriptionAttributesRequest request) {
        String arn = required("SubscriptionArn", request.subscriptionArn());
        call.authorize("sns:SetSubscriptionAttributes", arn);
        topics.setSubscriptionAttribute(
                arn,
                required("AttributeName", request.attributeName()),
                Optional.ofNullable(request.attributeValue()).orElse(""));
        return SetSubscriptionAttributesResponse.builder().build();
    }

    private static String required(String parameter, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            throw SnsErrors.invalidParameter(parameter + " Reason: no value for required parameter");
        }
        return value;
    }
}
