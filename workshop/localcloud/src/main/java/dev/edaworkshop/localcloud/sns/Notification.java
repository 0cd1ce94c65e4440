package dev.edaworkshop.localcloud.sns;

import dev.edaworkshop.localcloud.AccountContext;
import dev.edaworkshop.localcloud.delivery.Delivery;
import dev.edaworkshop.localcloud.delivery.DeliveryReceipt;
import dev.edaworkshop.localcloud.journal.Hop;
import dev.edaworkshop.localcloud.journal.Journal;
import dev.edaworkshop.localcloud.patterns.FilterPolicy;
import java.time.Duration;
import java.util.Optional;

/**
 * The way of one message to one subscription: filtered, delivered, tried again, given up.
 *
 * <p>What the server's side fails to take is tried again on the clock; what the client's side refuses (no permission, no
 * such queue) goes to the dead-letter queue at once.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/sns-dead-letter-queues.html">Dead-letter queues of subscriptions</a>
 */
record Notification(
        Topic topic, Subscription subscription, Publication publication, AccountContext account, Channels channels) {

    void deliver() {
        if (subscription.isPending()) {
            hop(Hop.Kind.FILTERED, subscription.endpoint())
                    .because("The subscription has not been confirmed yet.")
                    .record();
            return;
        }
        Optional<FilterPolicy> policy = subscription.attributes().filterPolicy();
        Message message = publication.message();
        String body = message.bodyFor(subscription.protocol());
        if (policy.isPresent() && !policy.get().matches(message.attributes(), body)) {
            hop(Hop.Kind.FILTERED, subscription.endpoint())
                    .because(policy.get().whyNot(message.attributes(), body).orElse(""))
                    .carrying(body)
                    .record();
            return;
        }
        if (topic.attributes().isFifo() && !topic.fifoLines().enter(this)) {
            return; // its turn comes when the one before it in its group is done
        }
        if (channels.isSlow(subscription.protocol())) { // the publisher does not wait for a web server
            account.clock().schedule(Duration.ZERO, "SNS delivery to " + subscription.endpoint(), () -> attempt(1));
        } else {
            attempt(1);
        }
    }

    NotificationEnvelope envelope() {
        return new NotificationEnvelope(subscription, publication, topic.attributes());
    }

    private void attempt(int attempt) {
        switch (channels.send(this, attempt)) {
            case DeliveryReceipt.Accepted accepted -> done(); // recorded by the target
            case DeliveryReceipt.Refused refused -> {
                hop(Hop.Kind.REFUSED, subscription.endpoint())
                        .attempt(attempt)
                        .because("%s: %s".formatted(refused.code(), refused.reason()))
                        .record();
                Optional<Duration> pause = refused.retryable() ? retries().pauseBefore(attempt) : Optional.empty();
                if (pause.isPresent()) {
                    tryAgain(attempt + 1, pause.get());
                } else {
                    giveUp(refused.reason());
                    done();
                }
            }
        }
    }

    private void tryAgain(int attempt, Duration pause) {
        hop(Hop.Kind.RETRY_SCHEDULED, subscription.endpoint())
                .attempt(attempt)
                .because("It will be tried again in %s seconds.".formatted(pause.toMillis() / 1000.0))
                .record();
        account.clock().schedule(pause, "SNS retry to " + subscription.endpoint(), () -> {
            if (topic.subscription(subscription.arn()).isPresent()) {
                attempt(attempt);
            } else {
                hop(Hop.Kind.LOST, subscription.endpoint())
                        .because("The subscription was deleted before the message could be delivered.")
                        .record();
                done();
            }
        });
    }

    private void done() {
        if (topic.attributes().isFifo()) {
            topic.fifoLines()
                    .leave(this)
                    .ifPresent(next -> account.clock()
                            .schedule(
                                    Duration.ZERO,
                                    "SNS delivery to " + subscription.endpoint(),
                                    () -> next.attempt(1)));
        }
    }

    private RetrySchedule retries() {
        return switch (subscription.protocol()) {
            case SQS, LAMBDA -> RetrySchedule.AWS_MANAGED;
            case EMAIL, EMAIL_JSON, SMS -> RetrySchedule.CUSTOMER_MANAGED;
            case HTTP, HTTPS ->
                subscription
                        .attributes()
                        .retries()
                        .or(topic.attributes()::retries)
                        .orElse(RetrySchedule.HTTP);
        };
    }

    private void giveUp(String reason) {
        Optional<String> queue = subscription.attributes().deadLetterQueueArn();
        if (queue.isEmpty()) {
            hop(Hop.Kind.LOST, subscription.endpoint())
                    .because("The subscription has no redrive policy, so the message is gone: " + reason)
                    .record();
            return;
        }
        Delivery deadLetter = channels.toQueue(this, queue.get()).givenUp(reason);
        switch (account.deliveries().deliver(deadLetter)) {
            case DeliveryReceipt.Accepted accepted -> {} // recorded by the target
            case DeliveryReceipt.Refused also ->
                hop(Hop.Kind.LOST, queue.get())
                        .because("The dead-letter queue refused it as well: " + also.reason())
                        .record();
        }
    }

    private Journal.Entry hop(Hop.Kind kind, String to) {
        return account.journal().hop(kind).from(topic.arn()).to(to).event(publication.id());
    }
}
