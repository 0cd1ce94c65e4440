package dev.edaworkshop.localcloud.sns;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;

/**
 * What SNS wraps around a message unless delivery is raw.
 *
 * {@snippet lang=json :
 * {"Type": "Notification", "MessageId": "…", "TopicArn": "arn:aws:sns:…", "Subject": "only if given",
 *  "Message": "what was published", "Timestamp": "2026-11-20T09:15:00.123Z", "SignatureVersion": "1", "Signature": "…",
 *  "SigningCertURL": "https://…", "UnsubscribeURL": "https://…",
 *  "MessageAttributes": {"price": {"Type": "Number", "Value": "99.12"}}}
 * }
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/sns-message-and-json-formats.html">Message formats</a>
 */
record NotificationEnvelope(Subscription subscription, Publication publication, TopicAttributes topic) {
    private static final DateTimeFormatter MILLISECONDS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    /** Nobody holds AWS's private key; what stands in its place says so to whoever decodes it. */
    static final String SIGNATURE =
            Base64.getEncoder().encodeToString("not signed by AWS: local cloud".getBytes(StandardCharsets.UTF_8));

    /** The body of an SQS message, an HTTP request, or an e-mail in JSON. A FIFO topic does not sign. */
    String json() {
        Message message = publication.message();
        ObjectNode envelope = JsonNodeFactory.instance.objectNode();
        envelope.put("Type", "Notification");
        envelope.put("MessageId", publication.id());
        publication.sequenceNumber().ifPresent(number -> envelope.put("SequenceNumber", number));
        envelope.put("TopicArn", subscription.topicArn());
        message.subject().ifPresent(subject -> envelope.put("Subject", subject));
        envelope.put("Message", message.bodyFor(subscription.protocol()));
        envelope.put("Timestamp", text(publication.time()));
        if (!topic.isFifo()) {
            envelope.put("SignatureVersion", topic.signatureVersion());
            envelope.put("Signature", SIGNATURE);
            envelope.put("SigningCertURL", certificateUrl(subscription));
        }
        envelope.put("UnsubscribeURL", unsubscribeUrl());
        if (!message.attributes().isEmpty()) {
            envelope.set("MessageAttributes", attributes(false));
        }
        return envelope.toString();
    }

    /** The event of a function: one record, other spellings, nulls where the queue's form leaves out. */
    String forFunction() {
        Message message = publication.message();
        ObjectNode sns = JsonNodeFactory.instance.objectNode();
        sns.put("Type", "Notification");
        sns.put("MessageId", publication.id());
        sns.put("TopicArn", subscription.topicArn());
        sns.put("Subject", message.subject().orElse(null));
        sns.put("Message", message.bodyFor(subscription.protocol()));
        sns.put("Timestamp", text(publication.time()));
        sns.put("SignatureVersion", topic.signatureVersion());
        sns.put("Signature", SIGNATURE);
        sns.put("SigningCertUrl", certificateUrl(subscription));
        sns.put("UnsubscribeUrl", unsubscribeUrl());
        sns.set("MessageAttributes", attributes(true));

        ObjectNode event = JsonNodeFactory.instance.objectNode();
        ObjectNode record = event.putArray("Records").addObject();
        record.put("EventSource", "aws:sns");
        record.put("EventVersion", "1.0");
        record.put("EventSubscriptionArn", subscription.arn());
        record.set("Sns", sns);
        return event.toString();
    }

    private ObjectNode attributes(boolean forFunction) {
        ObjectNode attributes = JsonNodeFactory.instance.objectNode();
        publication.message().attributes().forEach((name, attribute) -> attributes
                .putObject(name)
                .put("Type", forFunction && !attribute.isBinary() ? "String" : attribute.type())
                .put("Value", attribute.value()));
        return attributes;
    }

    static String text(Instant time) {
        return MILLISECONDS.format(time);
    }

    static String certificateUrl(Subscription subscription) {
        return "https://sns." + region(subscription)
                + ".amazonaws.com/SimpleNotificationService-0000000000000000000000000000000.pem";
    }

    private String unsubscribeUrl() {
        return "https://sns." + region(subscription) + ".amazonaws.com/?Action=Unsubscribe&SubscriptionArn="
                + subscription.arn();
    }

    private static String region(Subscription subscription) {
        return subscription.topicArn().split(":", -1)[3];
    }
}
