package dev.edaworkshop.localcloud.sns;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Which subscriptions a topic accepts. */
final class SubscriptionRules {
    private static final int MAX_FILTER_POLICIES = 200;

    private SubscriptionRules() {}

    static Subscription create(
            Topic topic,
            Protocol protocol,
            String endpoint,
            SubscriptionAttributes attributes,
            String principal,
            Instant now) {
        Optional<Subscription.Confirmation> confirmation = protocol.needsConfirmation()
                ? Optional.of(new Subscription.Confirmation(
                        UUID.randomUUID().toString().replace("-", ""), now, false))
                : Optional.empty();
        Subscription subscription = new Subscription(
                topic.arn() + ":" + UUID.randomUUID(),
                topic.arn(),
                protocol,
                endpoint,
                attributes,
                principal,
                confirmation);
        check(topic, subscription);
        return subscription;
    }

    /** @throws dev.edaworkshop.localcloud.wire.AwsException if the subscription does not go with the topic */
    static void check(Topic topic, Subscription subscription) {
        boolean fifoTopic = topic.attributes().isFifo();
        if (!fifoTopic && subscription.isForFifoQueue()) {
            throw SnsErrors.invalidParameter( // AWS doubles the beginning
                    "Invalid parameter: Endpoint Reason: FIFO SQS Queues can not be subscribed to standard SNS topics");
        }
        if (fifoTopic && subscription.protocol() != Protocol.SQS) {
            throw SnsErrors.invalidParameter(
                    "Invalid parameter: Protocol Reason: FIFO topics deliver to SQS queues only");
        }
        Optional<String> deadLetterQueue = subscription.attributes().deadLetterQueueArn();
        if (subscription.isForFifoQueue()
                && deadLetterQueue.filter(arn -> !arn.endsWith(".fifo")).isPresent()) {
            throw SnsErrors.invalidParameter(
                    "RedrivePolicy: must use a FIFO queue as DLQ for a FIFO Subscription to a FIFO Topic.");
        }
        if (subscription.attributes().filterPolicy().isPresent()
                && otherFilters(topic, subscription) >= MAX_FILTER_POLICIES) {
            throw SnsErrors.tooManyFilterPolicies(MAX_FILTER_POLICIES);
        }
    }

    private static long otherFilters(Topic topic, Subscription subscription) {
        return topic.subscriptions().stream()
                .filter(other -> !other.arn().equals(subscription.arn())
                        && other.attributes().filterPolicy().isPresent())
                .count();
    }
}
