package dev.edaworkshop.localcloud.sns;

import dev.edaworkshop.localcloud.AccountContext;
import dev.edaworkshop.localcloud.iam.Policy;
import dev.edaworkshop.localcloud.outbox.Outbox;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Pattern;

/** The topics of an account, by ARN. */
public final class Topics implements AutoCloseable {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,256}");
    private static final Pattern FIFO_NAME = Pattern.compile("(?=.{1,256}$)[A-Za-z0-9_-]+\\.fifo");

    private final AccountContext account;
    private final Channels channels;
    private final Map<String, Topic> topics = new ConcurrentSkipListMap<>();

    /** @param outbox where e-mails and text messages go */
    public Topics(AccountContext account, Outbox outbox) {
        this.account = account;
        channels = new Channels(account, outbox);
    }

    /** As {@link #create(String, Map, Map)}, without tags. */
    public Topic create(String name, Map<String, String> attributes) {
        return create(name, attributes, Map.of());
    }

    /**
     * Creates a topic, or finds the one of that name.
     *
     * @param attributes by AWS's names
     * @throws dev.edaworkshop.localcloud.wire.AwsException {@code InvalidParameter} for a bad name or attribute, or if
     *     the topic exists with other attributes or tags
     */
    public synchronized Topic create(String name, Map<String, String> attributes, Map<String, String> tags) {
        Map<String, String> wanted = new TreeMap<>(attributes);
        boolean fifo = "true".equals(wanted.get(TopicAttributes.FIFO));
        if (!fifo) {
            wanted.remove(TopicAttributes.FIFO, "false");
        }
        if (!(fifo ? FIFO_NAME : NAME).matcher(name).matches()) {
            throw SnsErrors.invalidParameter("Topic Name");
        }
        String arn = account.arn("sns", name);
        Topic existing = topics.get(arn);
        if (existing != null) {
            if (!existing.attributes().values().entrySet().containsAll(wanted.entrySet())) {
                throw SnsErrors.invalidParameter("Attributes Reason: Topic already exists with different attributes");
            }
            if (!tags.isEmpty() && !existing.tags().equals(tags)) {
                throw SnsErrors.invalidParameter("Tags Reason: Topic already exists with different tags");
            }
            return existing;
        }
        Topic topic = new Topic(arn, account, channels, TopicAttributes.of(wanted));
        String policy = wanted.get(TopicAttributes.POLICY);
        if (policy != null) {
            putPolicy(topic, policy);
        }
        topic.tags().putAll(tags);
        topics.put(arn, topic);
        return topic;
    }

    public Optional<Topic> find(String arn) {
        return Optional.ofNullable(topics.get(arn));
    }

    /** @throws dev.edaworkshop.localcloud.wire.AwsException {@code NotFound} or, for a malformed ARN, {@code InvalidParameter} */
    public Topic topic(String arn) {
        SnsErrors.requireArn("TopicArn", arn);
        return find(arn).orElseThrow(() -> isForeign(arn) ? SnsErrors.foreignTopic() : SnsErrors.topicNotFound());
    }

    public List<Topic> all() {
        return List.copyOf(topics.values());
    }

    /** Deletes the topic with its subscriptions; does nothing if there is none. */
    public void delete(String arn) {
        topics.remove(arn);
        account.iam().deleteResourcePolicies(arn);
    }

    public synchronized void setAttribute(Topic topic, String name, String value) {
        TopicAttributes changed = topic.attributes().with(name, value);
        if (name.equals(TopicAttributes.POLICY)) {
            putPolicy(topic, value);
        }
        topic.setAttributes(changed);
    }

    /** Leaves the topic with the policy that every topic has. */
    public synchronized void removePolicy(Topic topic) {
        account.iam().deleteResourcePolicy(topic.arn(), TopicAttributes.POLICY);
        topic.setAttributes(topic.attributes().withoutPolicy());
    }

    /** As {@link #subscribe(String, String, String, Map, String)}, by the account itself. */
    public Subscription subscribe(String topicArn, String protocol, String endpoint, Map<String, String> attributes) {
        return subscribe(
                topicArn, protocol, endpoint, attributes, "arn:aws:iam::%s:root".formatted(account.accountId()));
    }

    /**
     * Subscribes an endpoint, or finds the subscription it has. A web server or e-mail address is asked to confirm.
     *
     * @param protocol by AWS's name, such as {@code sqs}
     * @param endpoint as the protocol wants it: an ARN, a URL, an address, a number
     * @param principal ARN of who subscribes
     */
    public synchronized Subscription subscribe(
            String topicArn, String protocol, String endpoint, Map<String, String> attributes, String principal) {
        Protocol by = Protocol.named(protocol);
        by.checkEndpoint(endpoint);
        Topic topic = topic(topicArn);
        Optional<Subscription> existing = topic.subscriptions().stream()
                .filter(subscription ->
                        subscription.protocol() == by && subscription.endpoint().equals(endpoint))
                .findFirst();
        if (existing.isPresent()) {
            if (!existing.get().attributes().values().entrySet().containsAll(attributes.entrySet())) {
                throw SnsErrors.invalidParameter(
                        "Attributes Reason: Subscription already exists with different attributes");
            }
            return existing.get();
        }
        SubscriptionAttributes checked = SubscriptionAttributes.NONE.with(attributes, "Attributes Reason: ");
        Subscription subscription = SubscriptionRules.create(
                topic, by, endpoint, checked, principal, account.clock().instant());
        topic.add(subscription);
        if (subscription.isPending()) {
            channels.askForConfirmation(topic, subscription);
        }
        return subscription;
    }

    /**
     * What the subscriber does with the token.
     *
     * @throws dev.edaworkshop.localcloud.wire.AwsException {@code InvalidParameter} for a token that is none, or too old
     */
    synchronized Subscription confirm(Topic topic, String token) {
        Subscription asked = topic.subscriptions().stream()
                .filter(subscription ->
                        subscription.hasToken(token, account.clock().instant()))
                .findFirst()
                .orElseThrow(() -> SnsErrors.invalidParameter("Token"));
        Subscription confirmed = asked.confirmed();
        topic.replace(asked, confirmed);
        return confirmed;
    }

    public Optional<Subscription> findSubscription(String arn) {
        return find(topicOf(arn)).flatMap(topic -> topic.subscription(arn));
    }

    Subscription subscription(String arn) {
        SnsErrors.requireArn("SubscriptionArn", arn);
        return findSubscription(arn).orElseThrow(SnsErrors::subscriptionNotFound);
    }

    /**
     * Changes settings of a subscription, all or none.
     *
     * @param changes by AWS's names; an empty text removes a setting
     */
    public synchronized void setSubscriptionAttributes(String arn, Map<String, String> changes) {
        Subscription before = subscription(arn);
        Topic topic = topic(before.topicArn());
        Subscription after = before.with(before.attributes().with(changes, ""));
        SubscriptionRules.check(topic, after);
        topic.replace(before, after);
    }

    /** Does nothing if there is no such subscription. */
    public synchronized void unsubscribe(String arn) {
        find(topicOf(arn)).ifPresent(topic -> topic.subscription(arn).ifPresent(topic::remove));
    }

    /** What GetTopicAttributes answers. */
    Map<String, String> describe(Topic topic) {
        return new TopicDescription(topic, account.accountId()).attributes();
    }

    /** A text message to somebody who has subscribed to nothing. */
    String text(String phoneNumber, Message message) {
        return channels.text(phoneNumber, message);
    }

    @Override
    public void close() {
        channels.close();
    }

    private boolean isForeign(String arn) {
        String[] parts = arn.split(":", -1);
        return !parts[3].equals(account.region());
    }

    /** The ARN of a subscription begins with its topic's. */
    private static String topicOf(String subscriptionArn) {
        int end = subscriptionArn.lastIndexOf(':');
        return end < 0 ? "" : subscriptionArn.substring(0, end);
    }

    private void putPolicy(Topic topic, String json) {
        try {
            account.iam().putResourcePolicy(topic.arn(), TopicAttributes.POLICY, Policy.parse(json));
        } catch (IllegalArgumentException e) {
            throw SnsErrors.invalidParameter("Policy Error: " + e.getMessage());
        }
    }
}
