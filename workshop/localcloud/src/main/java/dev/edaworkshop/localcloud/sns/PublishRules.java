package dev.edaworkshop.localcloud.sns;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.edaworkshop.localcloud.delivery.Delivery;
import dev.edaworkshop.localcloud.wire.AwsException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;

/**
 * What SNS accepts as a message.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/api/API_Publish.html">Publish</a>
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/sns-message-attributes.html">Message attributes</a>
 */
final class PublishRules {
    /** Message and attributes together; SQS and EventBridge have gone on to 1 MiB, SNS has not. */
    static final int MAX_BYTES = 262_144;

    private static final int MAX_SUBJECT = 100;
    private static final int MAX_ATTRIBUTE_NAME = 256;
    private static final Pattern ID = Pattern.compile("[\\x21-\\x7E]{1,128}");
    private static final ObjectMapper JSON = new ObjectMapper();

    private PublishRules() {}

    /**
     * Checks everything but the size, which a batch counts as a whole.
     *
     * @throws AwsException as AWS answers
     */
    static Message check(
            @Nullable String text,
            @Nullable String subject,
            @Nullable String structure,
            Map<String, MessageAttributeValue> attributes,
            @Nullable String groupId,
            @Nullable String deduplicationId,
            TopicAttributes topic) {
        if (text == null || text.isEmpty()) {
            throw SnsErrors.invalidParameter("Empty message");
        }
        if (subject != null && !isSubject(subject)) {
            throw SnsErrors.invalidParameter("Subject");
        }
        Map<String, Delivery.Attribute> checked = new LinkedHashMap<>();
        attributes.forEach((name, value) -> checked.put(name, attribute(name, value)));
        return new Message(
                bodies(text, structure),
                Optional.ofNullable(subject),
                checked,
                groupId(groupId, topic),
                deduplicationId(deduplicationId, text, topic));
    }

    /** Bytes of the message that count against {@link #MAX_BYTES}. */
    static int bytes(String text, Map<String, Delivery.Attribute> attributes) {
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        for (Map.Entry<String, Delivery.Attribute> entry : attributes.entrySet()) {
            Delivery.Attribute attribute = entry.getValue();
            bytes += entry.getKey().getBytes(StandardCharsets.UTF_8).length;
            bytes += attribute.type().getBytes(StandardCharsets.UTF_8).length;
            bytes += attribute.isBinary()
                    ? Base64.getDecoder().decode(attribute.value()).length
                    : attribute.value().getBytes(StandardCharsets.UTF_8).length;
        }
        return bytes;
    }

    private static Optional<String> groupId(@Nullable String groupId, TopicAttributes topic) {
        if (groupId == null && topic.isFifo()) {
            throw SnsErrors.invalidParameter("The MessageGroupId parameter is required for FIFO topics");
        }
        return Optional.ofNullable(groupId).map(id -> checkedId("MessageGroupId", id));
    }

    private static Optional<String> deduplicationId(@Nullable String id, String text, TopicAttributes topic) {
        if (id != null && !topic.isFifo()) {
            throw SnsErrors.invalidParameter(
                    "MessageDeduplicationId Reason: The request includes MessageDeduplicationId parameter that is not valid for this topic type");
        }
        if (id != null || !topic.isFifo()) {
            return Optional.ofNullable(id).map(given -> checkedId("MessageDeduplicationId", given));
        }
        if (!topic.deduplicatesByContent()) {
            throw SnsErrors.invalidParameter(
                    "The topic should either have ContentBasedDeduplication enabled or MessageDeduplicationId provided explicitly");
        }
        return Optional.of(sha256(text));
    }

    private static String checkedId(String parameter, String id) {
        if (!ID.matcher(id).matches()) {
            throw SnsErrors.invalidParameter(
                    "%s Reason: %s can only include alphanumeric and punctuation characters. 1 to 128 in length."
                            .formatted(parameter, parameter));
        }
        return id;
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static boolean isSubject(String subject) {
        return !subject.isEmpty()
                && subject.length() <= MAX_SUBJECT
                && subject.chars().noneMatch(Character::isISOControl);
    }

    private static Map<String, String> bodies(String text, @Nullable String structure) {
        if (structure == null) {
            return Map.of(Message.DEFAULT, text);
        }
        if (!structure.equals("json")) {
            throw SnsErrors.invalidParameter("MessageStructure");
        }
        JsonNode json;
        try {
            json = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw SnsErrors.invalidParameter("Message Structure - JSON message body failed to parse");
        }
        if (!json.path(Message.DEFAULT).isTextual()) {
            throw SnsErrors.invalidParameter("Message Structure - No default entry in JSON message body");
        }
        Map<String, String> bodies = new LinkedHashMap<>();
        json.properties().stream()
                .filter(body -> body.getValue().isTextual())
                .forEach(body -> bodies.put(body.getKey(), body.getValue().asText()));
        return bodies;
    }

    private static Delivery.Attribute attribute(String name, MessageAttributeValue value) {
        checkName(name);
        String type = value.dataType();
        if (type == null) {
            throw new AwsException(
                    400,
                    "ValidationError",
                    "1 validation error detected: Value null at 'messageAttributes.%s.member.dataType' failed to satisfy constraint: Member must not be null"
                            .formatted(name));
        }
        String prefix = type.split("\\.", 2)[0];
        return switch (prefix) {
            case "Binary" -> binary(name, type, value);
            case "String", "Number" -> text(name, prefix, type, value);
            default ->
                throw SnsErrors.invalidValue(
                        "The message attribute '%s' has an invalid message attribute type, the set of supported type prefixes is Binary, Number, and String."
                                .formatted(name));
        };
    }

    private static Delivery.Attribute binary(String name, String type, MessageAttributeValue value) {
        if (value.binaryValue() == null) {
            throw missingValue(name, type, value.stringValue() != null, "Binary");
        }
        return new Delivery.Attribute(
                type, Base64.getEncoder().encodeToString(value.binaryValue().asByteArrayUnsafe()));
    }

    private static Delivery.Attribute text(String name, String prefix, String type, MessageAttributeValue value) {
        String text = value.stringValue();
        if (text == null || text.isEmpty()) {
            throw missingValue(name, type, value.binaryValue() != null, "String");
        }
        if (prefix.equals("Number") && !isNumber(text)) {
            throw SnsErrors.invalidValue("Could not cast message attribute '%s' value to number.".formatted(name));
        }
        return new Delivery.Attribute(type, text);
    }

    private static AwsException missingValue(String name, String type, boolean otherField, String field) {
        return SnsErrors.invalidValue(
                otherField
                        ? "The message attribute '%s' with type '%s' must use field '%s'.".formatted(name, type, field)
                        : "The message attribute '%s' must contain non-empty message attribute value for message attribute type '%s'."
                                .formatted(name, type));
    }

    private static boolean isNumber(String text) {
        try {
            return new BigDecimal(text).precision() > 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static void checkName(String name) {
        if (name.length() > MAX_ATTRIBUTE_NAME) {
            throw SnsErrors.invalidValue("Length of message attribute name must be less than 256 bytes.");
        }
        name.chars().filter(c -> !isNameCharacter(c)).findFirst().ifPresent(c -> {
            throw SnsErrors.invalidValue(
                    "Invalid non-alphanumeric character '#x%X' was found in the message attribute name. Can only include alphanumeric characters, hyphens, underscores, or dots."
                            .formatted(c));
        });
        if (name.startsWith(".")) {
            throw SnsErrors.invalidValue("Invalid message attribute name starting with character '.' was found.");
        }
        if (name.endsWith(".")) {
            throw SnsErrors.invalidValue("Invalid message attribute name ending with character '.' was found.");
        }
        if (name.contains("..")) {
            throw SnsErrors.invalidValue("Message attribute name can not have successive '.' character.");
        }
    }

    private static boolean isNameCharacter(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_' || c == '.';
    }
}
