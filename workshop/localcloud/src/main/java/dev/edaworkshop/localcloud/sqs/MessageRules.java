package dev.edaworkshop.localcloud.sqs;

import dev.edaworkshop.localcloud.delivery.Delivery;
import dev.edaworkshop.localcloud.wire.AwsException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeValue;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;

/**
 * What SQS accepts as a message.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html">SendMessage</a>
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-message-metadata.html">Message attributes</a>
 */
final class MessageRules {
    /** Body and attributes together, of a message or of all messages of a batch. */
    static final int MAX_BYTES = 1_048_576;

    private static final int MAX_ATTRIBUTES = 10;
    private static final int MAX_DELAY_SECONDS = 900;
    private static final Pattern ATTRIBUTE_NAME = Pattern.compile("[A-Za-z0-9_.-]{1,256}");

    private MessageRules() {}

    /** Checks everything but the size, whose limit is the queue's. */
    static MessageContent check(SendMessageRequest request, QueueAttributes queue) {
        GroupRules group = new GroupRules(queue, () -> SqsErrors.missingParameter(MessageContent.GROUP_ID));
        return check(
                request.messageBody(),
                request.messageAttributes(),
                request.messageSystemAttributesAsStrings(),
                group.check(request.messageBody(), request.messageGroupId(), request.messageDeduplicationId()),
                group.checkedDelay(request.delaySeconds()));
    }

    /** As {@link #check(SendMessageRequest, QueueAttributes)}. */
    static MessageContent check(SendMessageBatchRequestEntry entry, QueueAttributes queue) {
        GroupRules group = new GroupRules(
                queue,
                () -> SqsErrors.invalidParameter(
                        SqsErrors.missingParameter(MessageContent.GROUP_ID).message()));
        return check(
                entry.messageBody(),
                entry.messageAttributes(),
                entry.messageSystemAttributesAsStrings(),
                group.check(entry.messageBody(), entry.messageGroupId(), entry.messageDeduplicationId()),
                group.checkedDelay(entry.delaySeconds()));
    }

    /** Checks what another service hands over; its attributes have been checked there. */
    static MessageContent check(Delivery delivery, QueueAttributes queue) {
        GroupRules group = new GroupRules(queue, () -> SqsErrors.missingParameter(MessageContent.GROUP_ID));
        Map<String, String> system = group.check(
                delivery.body(),
                delivery.systemAttributes().get(MessageContent.GROUP_ID),
                delivery.systemAttributes().get(MessageContent.DEDUPLICATION_ID));
        MessageContent content = new MessageContent(delivery.body(), delivery.attributes(), system, Optional.empty());
        checkBody(content.body());
        checkCount(content.attributes());
        return content;
    }

    static void checkSize(MessageContent content, int maxBytes) {
        if (content.bytes() > maxBytes) {
            throw SqsErrors.messageTooLong(maxBytes);
        }
    }

    private static MessageContent check(
            @Nullable String body,
            Map<String, MessageAttributeValue> attributes,
            Map<String, MessageSystemAttributeValue> systemAttributes,
            Map<String, String> groupAttributes,
            @Nullable Integer delaySeconds) {
        if (body == null || body.isEmpty()) {
            throw SqsErrors.missingParameter("MessageBody");
        }
        checkBody(body);
        Map<String, Delivery.Attribute> checked = new HashMap<>();
        attributes.forEach((name, value) -> checked.put(name, attribute(name, value)));
        checkCount(checked);
        Map<String, String> system = new HashMap<>(groupAttributes);
        systemAttributes.forEach((name, value) -> system.put(name, systemAttribute(name, value)));
        return new MessageContent(body, checked, system, delay(delaySeconds));
    }

    private static void checkBody(String body) {
        if (!body.codePoints().allMatch(MessageRules::isXmlCharacter)) {
            throw SqsErrors.invalidMessageContents();
        }
    }

    private static boolean isXmlCharacter(int c) {
        return (c >= 0x20 && c <= 0xD7FF)
                || c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0xE000 && c <= 0xFFFD)
                || c >= 0x10000;
    }

    private static void checkCount(Map<String, ?> attributes) {
        if (attributes.size() > MAX_ATTRIBUTES) {
            throw SqsErrors.invalidParameter("Number of message attributes [%d] exceeds the allowed maximum [%d]."
                    .formatted(attributes.size(), MAX_ATTRIBUTES));
        }
    }

    private static Delivery.Attribute attribute(String name, MessageAttributeValue value) {
        if (!isAttributeName(name)) {
            throw SqsErrors.invalidParameter(
                    "The message attribute name '%s' is invalid. Attribute name can contain A-Z, a-z, 0-9, underscore (_), hyphen (-), and period (.) characters."
                            .formatted(name));
        }
        if (value.hasStringListValues() || value.hasBinaryListValues()) {
            throw SqsErrors.unsupported("list values in message attributes; neither does SQS");
        }
        String type = value.dataType();
        if (type == null || type.isEmpty()) {
            throw SqsErrors.invalidParameter(
                    "The message attribute '%s' must contain non-empty message attribute type.".formatted(name));
        }
        return switch (type.split("\\.", 2)[0]) {
            case "Binary" -> new Delivery.Attribute(type, binary(name, type, value));
            case "String" -> new Delivery.Attribute(type, text(name, type, value));
            case "Number" -> new Delivery.Attribute(type, number(name, type, value));
            default ->
                throw SqsErrors.invalidParameter(
                        "The message attribute '%s' has an invalid message attribute type, the set of supported type prefixes is Binary, Number, and String."
                                .formatted(name));
        };
    }

    private static boolean isAttributeName(String name) {
        return ATTRIBUTE_NAME.matcher(name).matches()
                && !name.startsWith(".")
                && !name.endsWith(".")
                && !name.contains("..");
    }

    private static String binary(String name, String type, MessageAttributeValue value) {
        if (value.binaryValue() == null || value.binaryValue().asByteArrayUnsafe().length == 0) {
            throw emptyAttribute(name, type);
        }
        return Base64.getEncoder().encodeToString(value.binaryValue().asByteArrayUnsafe());
    }

    private static String text(String name, String type, MessageAttributeValue value) {
        if (value.stringValue() == null || value.stringValue().isEmpty()) {
            throw emptyAttribute(name, type);
        }
        checkBody(value.stringValue());
        return value.stringValue();
    }

    private static String number(String name, String type, MessageAttributeValue value) {
        String text = text(name, type, value);
        try {
            return new BigDecimal(text).precision() > 0 ? text : "";
        } catch (NumberFormatException e) {
            throw SqsErrors.invalidParameter(
                    "Can't cast the value of message (user) attribute '%s' to a number.".formatted(name));
        }
    }

    private static AwsException emptyAttribute(String name, String type) {
        return SqsErrors.invalidParameter(
                "Message (user) attribute '%s' must contain a non-empty value of type '%s'.".formatted(name, type));
    }

    private static String systemAttribute(String name, MessageSystemAttributeValue value) {
        if (!name.equals(MessageContent.TRACE_HEADER)) {
            throw SqsErrors.invalidParameter("Message system attribute name '%s' is invalid. Only %s can be sent."
                    .formatted(name, MessageContent.TRACE_HEADER));
        }
        if (!"String".equals(value.dataType())
                || value.stringValue() == null
                || value.stringValue().isEmpty()) {
            throw SqsErrors.invalidParameter(
                    "Message system attribute '%s' must contain a non-empty value of type 'String'.".formatted(name));
        }
        return value.stringValue();
    }

    private static Optional<Duration> delay(@Nullable Integer seconds) {
        if (seconds != null && (seconds < 0 || seconds > MAX_DELAY_SECONDS)) {
            throw SqsErrors.invalidParameter(
                    "DelaySeconds", seconds, "DelaySeconds must be >= 0 and <= %d.".formatted(MAX_DELAY_SECONDS));
        }
        return Optional.ofNullable(seconds).map(Duration::ofSeconds);
    }
}
