package dev.edaworkshop.localcloud.sns;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What GetTopicAttributes answers. */
record TopicDescription(Topic topic, String accountId) {
    private static final String DEFAULT_DELIVERY_POLICY =
            "{\"http\":{\"defaultHealthyRetryPolicy\":{\"minDelayTarget\":20,\"maxDelayTarget\":20,\"numRetries\":3,\"numMaxDelayRetries\":0,\"numNoDelayRetries\":0,\"numMinDelayRetries\":0,\"backoffFunction\":\"linear\"},\"disableSubscriptionOverrides\":false}}";

    Map<String, String> attributes() {
        List<Subscription> subscriptions = topic.subscriptions();
        long pending = subscriptions.stream().filter(Subscription::isPending).count();
        Map<String, String> described = new TreeMap<>(topic.attributes().values());
        described.put("TopicArn", topic.arn());
        described.put("Owner", accountId);
        described.putIfAbsent("DisplayName", "");
        described.putIfAbsent(TopicAttributes.POLICY, defaultPolicy());
        described.put("EffectiveDeliveryPolicy", described.getOrDefault("DeliveryPolicy", DEFAULT_DELIVERY_POLICY));
        described.put("SubscriptionsConfirmed", String.valueOf(subscriptions.size() - pending));
        described.put("SubscriptionsPending", String.valueOf(pending));
        described.put("SubscriptionsDeleted", String.valueOf(topic.deletedSubscriptions()));
        return described;
    }

    private String defaultPolicy() {
        return """
                {"Version":"2008-10-17","Id":"__default_policy_ID","Statement":[{"Sid":"__default_statement_ID",\
                "Effect":"Allow","Principal":{"AWS":"*"},"Action":["SNS:GetTopicAttributes","SNS:SetTopicAttributes",\
                "SNS:AddPermission","SNS:RemovePermission","SNS:DeleteTopic","SNS:Subscribe",\
                "SNS:ListSubscriptionsByTopic","SNS:Publish"],"Resource":"%s",\
                "Condition":{"StringEquals":{"AWS:SourceOwner":"%s"}}}]}""".formatted(topic.arn(), accountId);
    }
}
