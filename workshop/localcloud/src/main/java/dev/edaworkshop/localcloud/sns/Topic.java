package dev.edaworkshop.localcloud.sns;

import dev.edaworkshop.localcloud.AccountContext;
import dev.edaworkshop.localcloud.delivery.Delivery;
import dev.edaworkshop.localcloud.journal.Hop;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;

/**
 * An SNS topic: hands a copy of each message to each of its subscriptions.
 *
 * <p>Delivery to queues and functions is handing over, not processing, so it happens while the publisher waits; what a
 * subscriber refuses never troubles the publisher or another subscriber. A FIFO topic publishes one message after the
 * other, under a lock that also guards {@link FifoOrder}.
 */
public final class Topic {
    private final String arn;
    private final AccountContext account;
    private final Channels channels;
    private final List<Subscription> subscriptions = new CopyOnWriteArrayList<>();
    private final Map<String, String> tags = new ConcurrentSkipListMap<>();
    private final ReentrantLock fifoLock = new ReentrantLock();
    private final FifoOrder fifoOrder = new FifoOrder();
    private final FifoLines fifoLines = new FifoLines();
    private volatile TopicAttributes attributes;
    private volatile int deletedSubscriptions;

    Topic(String arn, AccountContext account, Channels channels, TopicAttributes attributes) {
        this.arn = arn;
        this.account = account;
        this.channels = channels;
        this.attributes = attributes;
    }

    public String arn() {
        return arn;
    }

    public String name() {
        return arn.substring(arn.lastIndexOf(':') + 1);
    }

    TopicAttributes attributes() {
        return attributes;
    }

    void setAttributes(TopicAttributes changed) {
        attributes = changed;
    }

    /** Changing the map changes the topic's tags. */
    public Map<String, String> tags() {
        return tags;
    }

    FifoLines fifoLines() {
        return fifoLines;
    }

    public List<Subscription> subscriptions() {
        return List.copyOf(subscriptions);
    }

    /** The subscription as it is now; empty if it has been deleted. */
    Optional<Subscription> subscription(String subscriptionArn) {
        return subscriptions.stream()
                .filter(subscription -> subscription.arn().equals(subscriptionArn))
                .findFirst();
    }

    void add(Subscription subscription) {
        subscriptions.add(subscription);
    }

    void replace(Subscription before, Subscription after) {
        subscriptions.replaceAll(subscription -> subscription.equals(before) ? after : subscription);
    }

    synchronized void remove(Subscription subscription) {
        if (subscriptions.remove(subscription)) {
            deletedSubscriptions++;
        }
    }

    int deletedSubscriptions() {
        return deletedSubscriptions;
    }

    /**
     * Publishes a message.
     *
     * @param publisher ARN of whoever publishes
     * @return of a repetition, what the first was answered
     */
    Publication publish(String publisher, Message message) {
        String messageId = UUID.randomUUID().toString();
        account.journal()
                .hop(Hop.Kind.PUBLISHED)
                .from(publisher)
                .to(arn)
                .event(messageId)
                .carrying(message.defaultBody())
                .withAttributes(Delivery.Attribute.json(message.attributes()))
                .record();
        return take(messageId, message);
    }

    /** Hands on what has been recorded already. */
    Publication take(String messageId, Message message) {
        if (!attributes.isFifo()) {
            Publication publication =
                    new Publication(messageId, Optional.empty(), account.clock().instant(), message);
            fanOut(publication);
            return publication;
        }
        fifoLock.lock();
        try {
            return publishInOrder(messageId, message);
        } finally {
            fifoLock.unlock();
        }
    }

    private Publication publishInOrder(String messageId, Message message) {
        Instant now = account.clock().instant();
        boolean byGroup = attributes.deduplicatesByGroup();
        Optional<Publication> earlier = fifoOrder.earlier(message, byGroup, now);
        if (earlier.isPresent()) {
            account.journal()
                    .hop(Hop.Kind.DEDUPLICATED)
                    .to(arn)
                    .event(messageId)
                    .because("A message with the deduplication id %s was published within the last %d minutes."
                            .formatted(message.deduplicationId().orElse(""), FifoOrder.INTERVAL.toMinutes()))
                    .record();
            return earlier.get();
        }
        Publication publication = fifoOrder.accept(messageId, message, byGroup, now);
        fanOut(publication);
        return publication;
    }

    private void fanOut(Publication publication) {
        if (subscriptions.isEmpty()) {
            account.journal()
                    .hop(Hop.Kind.UNROUTED)
                    .from(arn)
                    .event(publication.id())
                    .because("Topic %s has no subscription.".formatted(name()))
                    .record();
        }
        for (Subscription subscription : subscriptions) {
            new Notification(this, subscription, publication, account, channels).deliver();
        }
    }
}
