package dev.edaworkshop.localcloud.sns;

import dev.edaworkshop.localcloud.AccountContext;
import dev.edaworkshop.localcloud.delivery.Delivery;
import dev.edaworkshop.localcloud.delivery.DeliveryReceipt;
import dev.edaworkshop.localcloud.outbox.Outbox;
import java.util.Map;

/** The ways out of SNS: to other services, to web servers on this machine, to people. */
final class Channels implements AutoCloseable {
    private static final int MAX_RAW_ATTRIBUTES = 10;

    private final AccountContext account;
    private final Mailbox mailbox;
    private final WebSender web;

    Channels(AccountContext account, Outbox outbox) {
        this.account = account;
        mailbox = new Mailbox(account, outbox);
        web = new WebSender(account);
    }

    /** Whether sending means waiting for somebody outside the cloud. */
    boolean isSlow(Protocol protocol) {
        return protocol == Protocol.HTTP || protocol == Protocol.HTTPS;
    }

    DeliveryReceipt send(Notification notification, int attempt) {
        Subscription subscription = notification.subscription();
        return switch (subscription.protocol()) {
            case SQS ->
                isTooRich(notification)
                        ? tooRich(notification)
                        : account.deliveries().deliver(toQueue(notification, subscription.endpoint()));
            case LAMBDA -> account.deliveries().deliver(toFunction(notification));
            case HTTP, HTTPS -> web.post(notification, attempt);
            case EMAIL, EMAIL_JSON, SMS -> mailbox.send(notification);
        };
    }

    /** Asks the subscriber to agree. */
    void askForConfirmation(Topic topic, Subscription subscription) {
        Confirmation confirmation = new Confirmation(account, subscription, topic.attributes());
        switch (subscription.protocol()) {
            case HTTP, HTTPS -> web.ask(confirmation);
            case EMAIL, EMAIL_JSON -> mailbox.ask(confirmation);
            case SQS, LAMBDA, SMS -> {} // agreed by being what they are
        }
    }

    /** A text message to a phone number that has subscribed to nothing. */
    String text(String phoneNumber, Message message) {
        return mailbox.text(phoneNumber, message);
    }

    /** What a queue gets, be it the endpoint or the subscription's dead-letter queue. */
    Delivery toQueue(Notification notification, String queueArn) {
        Message message = notification.publication().message();
        boolean raw = notification.subscription().isRaw();
        Delivery delivery = new Delivery(
                "sns.amazonaws.com",
                notification.topic().arn(),
                queueArn,
                raw
                        ? message.bodyFor(notification.subscription().protocol())
                        : notification.envelope().json(),
                raw ? message.attributes() : Map.of(),
                notification.publication().id());
        boolean fifoTopic = notification.topic().attributes().isFifo();
        boolean fifoQueue = queueArn.endsWith(".fifo");
        if (message.groupId().isPresent() && fifoTopic == fifoQueue) {
            delivery = delivery.inGroup(message.groupId().get());
        }
        return fifoQueue && message.deduplicationId().isPresent()
                ? delivery.deduplicatedBy(message.deduplicationId().get())
                : delivery;
    }

    @Override
    public void close() {
        web.close();
    }

    private static Delivery toFunction(Notification notification) {
        return new Delivery(
                "sns.amazonaws.com",
                notification.topic().arn(),
                notification.subscription().endpoint(),
                notification.envelope().forFunction(),
                Map.of(),
                notification.publication().id());
    }

    private static boolean isTooRich(Notification notification) {
        return notification.subscription().isRaw()
                && notification.publication().message().attributes().size() > MAX_RAW_ATTRIBUTES;
    }

    private static DeliveryReceipt tooRich(Notification notification) {
        return new DeliveryReceipt.Refused(
                "InvalidParameterValue",
                "raw delivery to a queue carries at most %d message attributes, this message has %d"
                        .formatted(
                                MAX_RAW_ATTRIBUTES,
                                notification
                                        .publication()
                                        .message()
                                        .attributes()
                                        .size()),
                false);
    }
}
