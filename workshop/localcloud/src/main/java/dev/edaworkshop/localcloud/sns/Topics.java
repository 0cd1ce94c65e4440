package dev.edaworkshop.localcloud.sns;

import dev.edaworkshop.localcloud.AccountContext;
import dev.edaworkshop.localcloud.iam.Policy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Pattern;

/** The topics of an account, by ARN. */
public final class Topics {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,256}");
    private static final Set<String> PROTOCOLS = Set.of("sqs", "lambda");
    private static final Set<String> PROTOCOLS_OF_AWS =
            Set.of("http", "https", "email", "email-json", "sms", "application", "firehose");
    /** Settings that change nothing one could observe here: encryption at rest, tracing, signature form, delivery logs. */
    private static final Pattern WITHOUT_EFFECT =
            Pattern.compile("DisplayName|KmsMasterKeyId|TracingConfig|SignatureVersion|(SQS|Lambda)\\w+Feedback\\w+");

    private final AccountContext account;
    private final Map<String, Topic> topics = new ConcurrentSkipListMap<>();

    public Topics(AccountContext account) {
        this.account = account;
    }

    /**
     * Creates a topic, or finds the one of that name.
     *
     * @throws dev.edaworkshop.localcloud.wire.AwsException {@code InvalidParameter} for a bad name or attribute, or if
     *     the topic exists with other attributes
     */
    public synchronized Topic create(String name, Map<String, String> attributes) {
        if (name.endsWith(".fifo")
                || attributes.getOrDefault("FifoTopic", "false").equals("true")) {
            throw SnsErrors.unsupported("FIFO topics");
        }
        if (!NAME.matcher(name).matches()) {
            throw SnsErrors.invalidParameter("Topic Name");
        }
        String arn = account.arn("sns", name);
        Topic existing = topics.get(arn);
        if (existing != null) {
            boolean same = attributes.entrySet().stream()
                    .allMatch(attribute ->
                            attribute.getValue().equals(existing.attributes().get(attribute.getKey())));
            if (!same) {
                throw SnsErrors.invalidParameter("Attributes Reason: Topic already exists with different attributes");
            }
            return existing;
        }
        Topic topic = new Topic(arn, account, Map.of());
        attributes.forEach((attribute, value) -> setAttribute(topic, attribute, value));
        topics.put(arn, topic);
        return topic;
    }

    public Optional<Topic> find(String arn) {
        return Optional.ofNullable(topics.get(arn));
    }

    /** @throws dev.edaworkshop.localcloud.wire.AwsException {@code NotFound} or, for a malformed ARN, {@code InvalidParameter} */
    public Topic topic(String arn) {
        SnsErrors.requireArn("TopicArn", arn);
        return find(arn).orElseThrow(SnsErrors::topicNotFound);
    }

    public List<Topic> all() {
        return List.copyOf(topics.values());
    }

    /** Deletes the topic with its subscriptions; does nothing if there is none. */
    public void delete(String arn) {
        topics.remove(arn);
        account.iam().deleteResourcePolicies(arn);
    }

    public void setAttribute(Topic topic, String name, String value) {
        if (name.equals("Policy")) {
            account.iam().putResourcePolicy(topic.arn(), "Policy", policy(value));
        } else if (!WITHOUT_EFFECT.matcher(name).matches()) {
            throw SnsErrors.unsupported("the topic attribute " + name);
        }
        topic.setAttribute(name, value);
    }

    /**
     * Subscribes an endpoint, or finds the subscription it has.
     *
     * @param protocol {@code sqs} or {@code lambda}
     * @param endpoint ARN of the queue or function
     */
    public synchronized Subscription subscribe(
            String topicArn, String protocol, String endpoint, Map<String, String> attributes) {
        if (PROTOCOLS_OF_AWS.contains(protocol)) {
            throw SnsErrors.unsupported("the protocol " + protocol);
        }
        if (!PROTOCOLS.contains(protocol)) {
            throw SnsErrors.invalidParameter("Amazon SNS does not support this protocol string: " + protocol);
        }
        if (!endpoint.startsWith("arn:aws:" + protocol + ":")) {
            throw SnsErrors.invalidParameter((protocol.equals("sqs") ? "SQS" : "Lambda") + " endpoint ARN");
        }
        attributes.forEach((name, value) -> Subscription.checkAttribute(name, value, "Attributes Reason: "));
        Topic topic = topic(topicArn);
        Optional<Subscription> existing = topic.subscriptions().stream()
                .filter(subscription -> subscription.protocol().equals(protocol)
                        && subscription.endpoint().equals(endpoint))
                .findFirst();
        if (existing.isPresent()) {
            if (!existing.get().attributes().entrySet().containsAll(attributes.entrySet())) {
                throw SnsErrors.invalidParameter(
                        "Attributes Reason: Subscription already exists with different attributes");
            }
            return existing.get();
        }
        Subscription subscription =
                new Subscription(topicArn + ":" + UUID.randomUUID(), topicArn, protocol, endpoint, attributes);
        topic.add(subscription);
        return subscription;
    }

    public Optional<Subscription> findSubscription(String arn) {
        return all().stream()
                .flatMap(topic -> topic.subscriptions().stream())
                .filter(subscription -> subscription.arn().equals(arn))
                .findFirst();
    }

    Subscription subscription(String arn) {
        SnsErrors.requireArn("SubscriptionArn", arn);
        return findSubscription(arn).orElseThrow(SnsErrors::subscriptionNotFound);
    }

    public synchronized void setSubscriptionAttribute(String arn, String name, String value) {
        Subscription before = subscription(arn);
        topic(before.topicArn()).replace(before, before.with(name, value));
    }

    /** Does nothing if there is no such subscription. */
    public void unsubscribe(String arn) {
        findSubscription(arn).ifPresent(subscription -> find(subscription.topicArn())
                .ifPresent(topic -> topic.remove(subscription)));
    }

    /** What GetTopicAttributes answers. */
    Map<String, String> describe(Topic topic) {
        Map<String, String> described = new TreeMap<>(topic.attributes());
        described.put("TopicArn", topic.arn());
        described.put("Owner", account.accountId());
        described.putIfAbsent("DisplayName", "");
        described.putIfAbsent("Policy", defaultPolicy(topic));
        described.put(
                "EffectiveDeliveryPolicy",
                "{\"http\":{\"defaultHealthyRetryPolicy\":{\"minDelayTarget\":20,\"maxDelayTarget\":20,\"numRetries\":3,\"numMaxDelayRetries\":0,\"numNoDelayRetries\":0,\"numMinDelayRetries\":0,\"backoffFunction\":\"linear\"},\"disableSubscriptionOverrides\":false}}");
        described.put(
                "SubscriptionsConfirmed", String.valueOf(topic.subscriptions().size()));
        described.put("SubscriptionsPending", "0");
        described.put("SubscriptionsDeleted", "0");
        return described;
    }

    private String defaultPolicy(Topic topic) {
        return """
                {"Version":"2008-10-17","Id":"__default_policy_ID","Statement":[{"Sid":"__default_statement_ID",\
                "Effect":"Allow","Principal":{"AWS":"*"},"Action":["SNS:GetTopicAttributes","SNS:SetTopicAttributes",\
                "SNS:AddPermission","SNS:RemovePermission","SNS:DeleteTopic","SNS:Subscribe",\
                "SNS:ListSubscriptionsByTopic","SNS:Publish"],"Resource":"%s",\
                "Condition":{"StringEquals":{"AWS:SourceOwner":"%s"}}}]}""".formatted(topic.arn(), account.accountId());
    }

    private static Policy policy(String json) {
        try {
            return Policy.parse(json);
        } catch (IllegalArgumentException e) {
            throw SnsErrors.invalidParameter("Policy Error: " + e.getMessage());
        }
    }
}
