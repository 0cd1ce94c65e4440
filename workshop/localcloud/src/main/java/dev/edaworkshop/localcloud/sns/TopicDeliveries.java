package dev.edaworkshop.localcloud.sns;

import dev.edaworkshop.localcloud.AccountContext;
import dev.edaworkshop.localcloud.delivery.Delivery;
import dev.edaworkshop.localcloud.delivery.DeliveryReceipt;
import dev.edaworkshop.localcloud.delivery.DeliveryTarget;
import dev.edaworkshop.localcloud.iam.Decision;
import dev.edaworkshop.localcloud.iam.Principal;
import dev.edaworkshop.localcloud.journal.Hop;
import dev.edaworkshop.localcloud.wire.AwsException;
import java.util.Map;
import java.util.Optional;

/** What other services publish to topics: rules of EventBridge, destinations of functions. */
public final class TopicDeliveries implements DeliveryTarget {
    private static final String PUBLISH = "sns:Publish";

    private final Topics topics;
    private final AccountContext account;

    public TopicDeliveries(Topics topics, AccountContext account) {
        this.topics = topics;
        this.account = account;
    }

    @Override
    public String service() {
        return "sns";
    }

    @Override
    public DeliveryReceipt accept(Delivery delivery) {
        Optional<Topic> topic = topics.find(delivery.targetArn());
        if (topic.isEmpty()) {
            return new DeliveryReceipt.Refused(
                    "NO_RESOURCE", "The topic %s does not exist.".formatted(delivery.targetArn()), false);
        }
        Optional<String> denied = denial(delivery, topic.get());
        if (denied.isPresent()) {
            return new DeliveryReceipt.Refused("NO_PERMISSIONS", denied.get(), false);
        }
        try {
            Message message = PublishRules.check(
                    delivery.body(),
                    null,
                    null,
                    Map.of(),
                    delivery.systemAttributes().get("MessageGroupId"),
                    delivery.systemAttributes().get("MessageDeduplicationId"),
                    topic.get().attributes());
            if (PublishRules.bytes(delivery.body(), Map.of()) > PublishRules.MAX_BYTES) {
                throw SnsErrors.invalidParameter("Message too long");
            }
            delivery.recordIn(account.journal());
            return new DeliveryReceipt.Accepted(
                    topic.get().take(delivery.eventId(), message).id());
        } catch (AwsException e) {
            return new DeliveryReceipt.Refused("INVALID_PARAMETER", e.message(), false);
        }
    }

    private Optional<String> denial(Delivery delivery, Topic topic) {
        Principal sender = delivery.sender();
        Decision decision =
                account.iam().decide(sender, PUBLISH, topic.arn(), Map.of("aws:SourceArn", delivery.sourceArn()));
        if (!(decision instanceof Decision.Denied denied)) {
            return Optional.empty();
        }
        String message = denied.message(sender, "SNS:Publish", topic.arn());
        String reason = sender instanceof Principal.Service && !denied.explicit()
                ? "%s. Topic %s needs a topic policy that allows %s to perform %s."
                        .formatted(message, topic.name(), sender.arn(), PUBLISH)
                : message;
        account.journal()
                .hop(Hop.Kind.DENIED)
                .from(delivery.sourceArn())
                .to(topic.arn())
                .event(delivery.eventId())
                .because(reason)
                .record();
        return Optional.of(reason);
    }
}
