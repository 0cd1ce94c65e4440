package dev.edaworkshop.localcloud.sns;

import dev.edaworkshop.localcloud.AccountContext;
import dev.edaworkshop.localcloud.wire.Call;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.sns.model.ConfirmSubscriptionRequest;
import software.amazon.awssdk.services.sns.model.ConfirmSubscriptionResponse;
import software.amazon.awssdk.services.sns.model.GetSubscriptionAttributesRequest;
import software.amazon.awssdk.services.sns.model.GetSubscriptionAttributesResponse;
import software.amazon.awssdk.services.sns.model.ListSubscriptionsByTopicRequest;
import software.amazon.awssdk.services.sns.model.ListSubscriptionsByTopicResponse;
import software.amazon.awssdk.services.sns.model.ListSubscriptionsRequest;
import software.amazon.awssdk.services.sns.model.ListSubscriptionsResponse;
import software.amazon.awssdk.services.sns.model.SetSubscriptionAttributesRequest;
import software.amazon.awssdk.services.sns.model.SetSubscriptionAttributesResponse;
import software.amazon.awssdk.services.sns.model.SubscribeRequest;
import software.amazon.awssdk.services.sns.model.SubscribeResponse;
import software.amazon.awssdk.services.sns.model.UnsubscribeRequest;
import software.amazon.awssdk.services.sns.model.UnsubscribeResponse;

/** The actions on subscriptions. */
record SubscriptionActions(Topics topics, AccountContext account) {
    private static final int PAGE = 100;

    SubscribeResponse subscribe(Call call, SubscribeRequest request) {
        String arn = SnsErrors.required("TopicArn", request.topicArn());
        SnsErrors.requireArn("TopicArn", arn);
        String protocol = SnsErrors.required("Protocol", request.protocol());
        String endpoint = SnsErrors.required("Endpoint", request.endpoint());
        call.authorize("sns:Subscribe", arn, Map.of("sns:Protocol", protocol, "sns:Endpoint", endpoint));
        Subscription subscription = topics.subscribe(
                arn, protocol, endpoint, request.attributes(), call.caller().arn());
        boolean sayArn = !subscription.isPending() || Boolean.TRUE.equals(request.returnSubscriptionArn());
        return SubscribeResponse.builder()
                .subscriptionArn(sayArn ? subscription.arn() : "pending confirmation")
                .build();
    }

    /** Whoever has the token may; who it is does not matter. */
    ConfirmSubscriptionResponse confirm(Call call, ConfirmSubscriptionRequest request) {
        String arn = SnsErrors.required("TopicArn", request.topicArn());
        String token = SnsErrors.required("Token", request.token());
        call.authorize("sns:ConfirmSubscription", arn);
        return ConfirmSubscriptionResponse.builder()
                .subscriptionArn(topics.confirm(topics.topic(arn), token).arn())
                .build();
    }

    UnsubscribeResponse unsubscribe(Call call, UnsubscribeRequest request) {
        String arn = SnsErrors.required("SubscriptionArn", request.subscriptionArn());
        SnsErrors.requireArn("SubscriptionArn", arn);
        call.authorize("sns:Unsubscribe", arn);
        topics.unsubscribe(arn);
        return UnsubscribeResponse.builder().build();
    }

    ListSubscriptionsResponse list(Call call, ListSubscriptionsRequest request) {
        call.authorize("sns:ListSubscriptions", account.arn("sns", "*"));
        Stream<Subscription> all = topics.all().stream().flatMap(topic -> topic.subscriptions().stream());
        Page<Subscription> page = Page.of(all.toList(), request.nextToken(), PAGE);
        return ListSubscriptionsResponse.builder()
                .subscriptions(page.items().stream().map(this::describe).toList())
                .nextToken(page.nextToken().orElse(null))
                .build();
    }

    ListSubscriptionsByTopicResponse listByTopic(Call call, ListSubscriptionsByTopicRequest request) {
        String arn = SnsErrors.required("TopicArn", request.topicArn());
        call.authorize("sns:ListSubscriptionsByTopic", arn);
        Page<Subscription> page = Page.of(topics.topic(arn).subscriptions(), request.nextToken(), PAGE);
        return ListSubscriptionsByTopicResponse.builder()
                .subscriptions(page.items().stream().map(this::describe).toList())
                .nextToken(page.nextToken().orElse(null))
                .build();
    }

    private software.amazon.awssdk.services.sns.model.Subscription describe(Subscription subscription) {
        return software.amazon.awssdk.services.sns.model.Subscription.builder()
                .subscriptionArn(subscription.isPending() ? "PendingConfirmation" : subscription.arn())
                .topicArn(subscription.topicArn())
                .protocol(subscription.protocol().wireName())
                .endpoint(subscription.endpoint())
                .owner(account.accountId())
                .build();
    }

    GetSubscriptionAttributesResponse attributes(Call call, GetSubscriptionAttributesRequest request) {
        String arn = SnsErrors.required("SubscriptionArn", request.subscriptionArn());
        call.authorize("sns:GetSubscriptionAttributes", arn);
        Subscription subscription = topics.subscription(arn);
        Map<String, String> attributes =
                new LinkedHashMap<>(subscription.attributes().values());
        attributes.put("SubscriptionArn", arn);
        attributes.put("TopicArn", subscription.topicArn());
        attributes.put("Protocol", subscription.protocol().wireName());
        attributes.put("Endpoint", subscription.endpoint());
        attributes.put("Owner", account.accountId());
        attributes.put("ConfirmationWasAuthenticated", String.valueOf(!subscription.isPending()));
        attributes.put("PendingConfirmation", String.valueOf(subscription.isPending()));
        attributes.putIfAbsent(SubscriptionAttributes.RAW, "false");
        subscription
                .attributes()
                .filterPolicy()
                .ifPresent(policy -> attributes.put(
                        SubscriptionAttributes.FILTER_SCOPE, policy.scope().wireName()));
        attributes.put("SubscriptionPrincipal", subscription.principal());
        return GetSubscriptionAttributesResponse.builder()
                .attributes(attributes)
                .build();
    }

    SetSubscriptionAttributesResponse setAttributes(Call call, SetSubscriptionAttributesRequest request) {
        String arn = SnsErrors.required("SubscriptionArn", request.subscriptionArn());
        call.authorize("sns:SetSubscriptionAttributes", arn);
        topics.setSubscriptionAttributes(
                arn,
                Map.of(
                        SnsErrors.required("AttributeName", request.attributeName()),
                        Optional.ofNullable(request.attributeValue()).orElse("")));
        return SetSubscriptionAttributesResponse.builder().build();
    }
}
