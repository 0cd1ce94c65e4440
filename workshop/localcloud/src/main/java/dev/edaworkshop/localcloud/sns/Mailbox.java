package dev.edaworkshop.localcloud.sns;

import dev.edaworkshop.localcloud.AccountContext;
import dev.edaworkshop.localcloud.delivery.DeliveryReceipt;
import dev.edaworkshop.localcloud.journal.Hop;
import dev.edaworkshop.localcloud.outbox.Outbox;
import dev.edaworkshop.localcloud.outbox.OutboxMessage;
import java.util.UUID;

/**
 * Writes e-mails and text messages, which go into the account's outbox instead of out.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/sns-email-notifications.html">Email notifications</a>
 */
record Mailbox(AccountContext account, Outbox outbox) {

    DeliveryReceipt send(Notification notification) {
        Subscription subscription = notification.subscription();
        Publication publication = notification.publication();
        String text = publication.message().bodyFor(subscription.protocol());
        String subject = publication.message().subject().orElse("AWS Notification Message");
        switch (subscription.protocol()) {
            case SMS -> put(OutboxMessage.Kind.SMS, subscription, "", text, publication.id());
            case EMAIL_JSON ->
                put(
                        OutboxMessage.Kind.EMAIL,
                        subscription,
                        subject,
                        notification.envelope().json(),
                        publication.id());
            default -> put(OutboxMessage.Kind.EMAIL, subscription, subject, text, publication.id());
        }
        account.journal()
                .hop(Hop.Kind.DELIVERED)
                .from(subscription.topicArn())
                .to(subscription.endpoint())
                .event(publication.id())
                .because("It is in the outbox; nothing leaves this machine.")
                .carrying(text)
                .record();
        return new DeliveryReceipt.Accepted(publication.id());
    }

    /** @return its message id */
    String text(String phoneNumber, Message message) {
        String id = UUID.randomUUID().toString();
        outbox.add(new OutboxMessage(
                account.clock().instant(),
                OutboxMessage.Kind.SMS,
                phoneNumber,
                "",
                message.bodyFor(Protocol.SMS),
                "",
                id));
        return id;
    }

    void ask(Confirmation confirmation) {
        Subscription subscription = confirmation.subscription();
        String text = """
                You have chosen to subscribe to the topic:
                %s

                To confirm this subscription, visit:
                %s

                or call ConfirmSubscription with the token %s.""".formatted(subscription.topicArn(), confirmation.link(), confirmation.token());
        put(
                OutboxMessage.Kind.EMAIL,
                subscription,
                "AWS Notification - Subscription Confirmation",
                subscription.protocol() == Protocol.EMAIL_JSON ? confirmation.json() : text,
                "");
    }

    private void put(OutboxMessage.Kind kind, Subscription subscription, String subject, String body, String eventId) {
        outbox.add(new OutboxMessage(
                account.clock().instant(),
                kind,
                subscription.endpoint(),
                subject,
                body,
                subscription.topicArn(),
                eventId));
    }
}
