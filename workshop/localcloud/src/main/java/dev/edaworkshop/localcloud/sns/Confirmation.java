package dev.edaworkshop.localcloud.sns;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.edaworkshop.localcloud.AccountContext;
import java.time.Instant;
import java.util.UUID;

/**
 * The question whether a subscriber agrees.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/http-subscription-confirmation-json.html">Subscription confirmation</a>
 */
record Confirmation(AccountContext account, Subscription subscription, TopicAttributes topic) {

    String token() {
        return subscription.confirmation().map(Subscription.Confirmation::token).orElse("");
    }

    /** Who visits it agrees. */
    String link() {
        return new Links(account).confirm(subscription.topicArn(), token());
    }

    String json() {
        ObjectNode question = JsonNodeFactory.instance.objectNode();
        question.put("Type", "SubscriptionConfirmation");
        question.put("MessageId", UUID.randomUUID().toString());
        question.put("Token", token());
        question.put("TopicArn", subscription.topicArn());
        question.put(
                "Message",
                "You have chosen to subscribe to the topic %s.\nTo confirm the subscription, visit the SubscribeURL included in this message."
                        .formatted(subscription.topicArn()));
        question.put("SubscribeURL", link());
        question.put("Timestamp", NotificationEnvelope.text(sent()));
        question.put("SignatureVersion", topic.signatureVersion());
        question.put("Signature", NotificationEnvelope.SIGNATURE);
        question.put("SigningCertURL", NotificationEnvelope.certificateUrl(subscription));
        return question.toString();
    }

    private Instant sent() {
        return subscription
                .confirmation()
                .map(Subscription.Confirmation::sent)
                .orElse(account.clock().instant());
    }
}
