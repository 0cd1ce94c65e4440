package dev.edaworkshop.localcloud.sns;

import dev.edaworkshop.localcloud.AccountContext;
import dev.edaworkshop.localcloud.delivery.Delivery;
import dev.edaworkshop.localcloud.delivery.DeliveryReceipt;
import dev.edaworkshop.localcloud.journal.Hop;
import dev.edaworkshop.localcloud.journal.Journal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * An SNS topic: hands a copy of each message to each of its subscriptions.
 *
 * <p>Delivery to queues and functions is handing over, not processing, so it happens while the publisher waits; what a
 * subscriber refuses never troubles the publisher or another subscriber.
 */
public final class Topic {
    private static final int MAX_RAW_ATTRIBUTES = 10;

    private final String arn;
    private final AccountContext account;
    private final Map<String, String> attributes = new ConcurrentHashMap<>();
    private final List<Subscription> subscriptions = new CopyOnWriteArrayList<>();

    Topic(String arn, AccountContext account, Map<String, String> attributes) {
        this.arn = arn;
        this.account = account;
        this.attributes.putAll(attributes);
    }

    public String arn() {
        return arn;
    }

    public String name() {
        return arn.substring(arn.lastIndexOf(':') + 1);
    }

    /** As set; what was never set is absent. */
    public Map<String, String> attributes() {
        return Map.copyOf(attributes);
    }

    void setAttribute(String name, String value) {
        attributes.put(name, value);
    }

    public List<Subscription> subscriptions() {
        return List.copyOf(subscriptions);
    }

    void add(Subscription subscription) {
        subscriptions.add(subscription);
    }

    void replace(Subscription before, Subscription after) {
        subscriptions.replaceAll(subscription -> subscription.equals(before) ? after : subscription);
    }

    void remove(Subscription subscription) {
        subscriptions.remove(subscription);
    }

    /**
     * Publishes a message.
     *
     * @param publisher ARN of whoever publishes
     * @return the message id, the same on every hop that follows
     */
    String publish(String publisher, Message message) {
        String messageId = UUID.randomUUID().toString();
        Instant time = account.clock().instant();
        account.journal()
                .hop(Hop.Kind.PUBLISHED)
                .from(publisher)
                .to(arn)
                .event(messageId)
                .carrying(message.bodyFor(Message.DEFAULT))
                .record();
        if (subscriptions.isEmpty()) {
            account.journal()
                    .hop(Hop.Kind.UNROUTED)
                    .from(arn)
                    .event(messageId)
                    .because("Topic %s has no subscription.".formatted(name()))
                    .record();
        }
        for (Subscription subscription : subscriptions) {
            deliver(new NotificationEnvelope(subscription, message, messageId, time));
        }
        return messageId;
    }

    private void deliver(NotificationEnvelope envelope) {
        Subscription subscription = envelope.subscription();
        Delivery delivery = delivery(envelope, subscription.endpoint());
        DeliveryReceipt receipt = isTooRich(envelope)
                ? new DeliveryReceipt.Refused(
                        "InvalidParameterValue",
                        "raw delivery to a queue carries at most %d message attributes, this message has %d"
                                .formatted(
                                        MAX_RAW_ATTRIBUTES,
                                        envelope.message().attributes().size()),
                        false)
                : account.deliveries().deliver(delivery);
        switch (receipt) {
            case DeliveryReceipt.Accepted accepted -> {} // recorded by the target
            case DeliveryReceipt.Refused refused -> {
                hop(Hop.Kind.REFUSED, envelope, subscription.endpoint())
                        .because("%s: %s".formatted(refused.code(), refused.reason()))
                        .record();
                giveUp(envelope, refused);
            }
        }
    }

    /** A refusal by a queue or function is the client's fault in SNS's terms, so it is not retried. */
    private void giveUp(NotificationEnvelope envelope, DeliveryReceipt.Refused refused) {
        Optional<String> deadLetterQueue = envelope.subscription().deadLetterQueueArn();
        if (deadLetterQueue.isEmpty()) {
            hop(Hop.Kind.LOST, envelope, envelope.subscription().endpoint())
                    .because("The subscription has no redrive policy, so the message is gone: " + refused.reason())
                    .record();
            return;
        }
        String queue = deadLetterQueue.get();
        switch (account.deliveries().deliver(delivery(envelope, queue).givenUp(refused.reason()))) {
            case DeliveryReceipt.Accepted accepted -> {} // recorded by the target
            case DeliveryReceipt.Refused also ->
                hop(Hop.Kind.LOST, envelope, queue)
                        .because("The dead-letter queue refused it as well: " + also.reason())
                        .record();
        }
    }

    private Journal.Entry hop(Hop.Kind kind, NotificationEnvelope envelope, String to) {
        return account.journal().hop(kind).from(arn).to(to).event(envelope.messageId());
    }

    private Delivery delivery(NotificationEnvelope envelope, String targetArn) {
        boolean toFunction = targetArn.contains(":lambda:");
        boolean raw = envelope.subscription().rawMessageDelivery() && !toFunction;
        String body = raw
                ? envelope.message().bodyFor(envelope.subscription().protocol())
                : toFunction ? envelope.forFunction() : envelope.forQueue();
        return new Delivery(
                "sns.amazonaws.com",
                arn,
                targetArn,
                body,
                raw ? envelope.message().attributes() : Map.of(),
                envelope.messageId());
    }

    private static boolean isTooRich(NotificationEnvelope envelope) {
        return envelope.subscription().rawMessageDelivery()
                && envelope.message().attributes().size() > MAX_RAW_ATTRIBUTES;
    }
}
