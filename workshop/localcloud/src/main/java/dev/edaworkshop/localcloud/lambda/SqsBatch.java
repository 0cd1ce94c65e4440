package dev.edaworkshop.localcloud.lambda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.edaworkshop.localcloud.delivery.Delivery;
import dev.edaworkshop.localcloud.delivery.MessageSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Messages of a queue on their way through a function.
 *
 * @param reportsItemFailures whether the function says which messages failed, as opposed to all or none
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html">Error handling for SQS</a>
 */
record SqsBatch(String queueArn, String region, List<MessageSource.Received> messages, boolean reportsItemFailures) {
    /** What the function's answer means. */
    sealed interface Answer extends Judgement.Verdict {
        boolean hasFailed(String messageId);

        /** @param messageIds perhaps none */
        record SomeFailed(Set<String> messageIds) implements Answer {
            @Override
            public boolean hasFailed(String messageId) {
                return messageIds.contains(messageId);
            }

            @Override
            public Optional<String> failure(CarriedEvent event) {
                return hasFailed(event.messageId()) ? Optional.of("reported as batch item failure") : Optional.empty();
            }
        }

        /** @param reason in words */
        record AllFailed(String reason) implements Answer {
            @Override
            public boolean hasFailed(String messageId) {
                return true;
            }

            @Override
            public Optional<String> failure(CarriedEvent event) {
                return Optional.of(reason);
            }
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FAILURES = "batchItemFailures";
    private static final List<String> ATTRIBUTE_ORDER = List.of(
            "ApproximateReceiveCount",
            "AWSTraceHeader",
            "SentTimestamp",
            "SenderId",
            "ApproximateFirstReceiveTimestamp");

    SqsBatch {
        messages = List.copyOf(messages);
    }

    List<CarriedEvent> events() {
        return messages.stream()
                .map(message -> new CarriedEvent(
                        message.eventId(), message.messageId(), queueArn, message.receiveCount(), message.body()))
                .toList();
    }

    /** The event as the function gets it. */
    String json() {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        var records = event.putArray("Records");
        messages.forEach(message -> records.add(record(message)));
        return event.toString();
    }

    /**
     * A message as filter criteria see it: like the record that the function gets, but with the body as JSON if it is an
     * object. So a pattern for members of the body never matches a plain text, nor the other way round.
     *
     * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-sqs-filtering.html">Filtering with SQS</a>
     */
    static String forFilter(MessageSource.Received message, String queueArn, String region) {
        ObjectNode record = new SqsBatch(queueArn, region, List.of(message), false).record(message);
        try {
            JsonNode body = JSON.readTree(message.body());
            if (body.isObject()) {
                record.set("body", body);
            }
        } catch (JsonProcessingException e) {
            // A plain text.
        }
        return record.toString();
    }

    /** Reads what the function returned. */
    Answer answer(InvocationResult result) {
        return switch (result) {
            case InvocationResult.Failed failed -> new Answer.AllFailed(failed.reason());
            case InvocationResult.Returned returned ->
                reportsItemFailures ? answer(returned.payload()) : new Answer.SomeFailed(Set.of());
        };
    }

    private Answer answer(String payload) {
        JsonNode answer;
        try {
            answer = JSON.readTree(payload);
        } catch (JsonProcessingException e) {
            return new Answer.AllFailed("the response is not JSON, so all messages count as failed");
        }
        if (answer.isMissingNode() || answer.isNull() || answer.isObject() && answer.isEmpty()) {
            return new Answer.SomeFailed(Set.of());
        }
        JsonNode failures = answer.path(FAILURES);
        if (failures.isNull()) {
            return new Answer.SomeFailed(Set.of());
        }
        if (!failures.isArray()) {
            return new Answer.AllFailed(
                    "the response has no list '%s', so all messages count as failed".formatted(FAILURES));
        }
        return failedIds(failures);
    }

    private Answer failedIds(JsonNode failures) {
        Set<String> known =
                messages.stream().map(MessageSource.Received::messageId).collect(Collectors.toSet());
        Set<String> failed = new HashSet<>();
        for (JsonNode failure : failures) {
            String id = failure.path("itemIdentifier").asText("");
            if (!known.contains(id)) {
                return new Answer.AllFailed(
                        "the response reports the itemIdentifier '%s', which is no message id of the batch, so all messages count as failed"
                                .formatted(id));
            }
            failed.add(id);
        }
        return new Answer.SomeFailed(failed);
    }

    private ObjectNode record(MessageSource.Received message) {
        ObjectNode record = JsonNodeFactory.instance.objectNode();
        record.put("messageId", message.messageId());
        record.put("receiptHandle", message.receiptHandle());
        record.put("body", message.body());
        ObjectNode attributes = record.putObject("attributes");
        Map<String, String> rest = new TreeMap<>(message.systemAttributes());
        ATTRIBUTE_ORDER.forEach(
                name -> Optional.ofNullable(rest.remove(name)).ifPresent(value -> attributes.put(name, value)));
        rest.forEach(attributes::put);
        ObjectNode messageAttributes = record.putObject("messageAttributes");
        new TreeMap<>(message.attributes())
                .forEach((name, attribute) -> messageAttributes.set(name, messageAttribute(attribute)));
        record.put("md5OfMessageAttributes", message.md5OfAttributes().orElse(null));
        record.put("md5OfBody", message.md5OfBody());
        record.put("eventSource", "aws:sqs");
        record.put("eventSourceARN", queueArn);
        record.put("awsRegion", region);
        return record;
    }

    private static ObjectNode messageAttribute(Delivery.Attribute attribute) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put(attribute.isBinary() ? "binaryValue" : "stringValue", attribute.value());
        node.putArray("stringListValues");
        node.putArray("binaryListValues");
        node.put("dataType", attribute.type());
        return node;
    }
}
