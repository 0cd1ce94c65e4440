package dev.edaworkshop.localcloud.sqs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.edaworkshop.localcloud.wire.AwsException;

/**
 * Where messages go that were received too often.
 *
 * @param maxReceiveCount how often a message may be received; it moves when it would be received once more
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html">Dead-letter queues</a>
 */
record RedrivePolicy(String deadLetterTargetArn, int maxReceiveCount) {
    private static final int MAX_RECEIVE_COUNT = 1000;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Reads the queue attribute; the count may be a number or a text. */
    static RedrivePolicy parse(String json) {
        JsonNode policy = object(json);
        for (String attribute : new String[] {"deadLetterTargetArn", "maxReceiveCount"}) {
            if (policy.path(attribute).asText().isEmpty()) {
                throw invalid(json, "Redrive policy does not contain mandatory attribute: %s.".formatted(attribute));
            }
        }
        String count = policy.get("maxReceiveCount").asText();
        if (!count.matches("\\d{1,4}") || Integer.parseInt(count) < 1 || Integer.parseInt(count) > MAX_RECEIVE_COUNT) {
            throw invalid(
                    json,
                    "Invalid value for maxReceiveCount: %s, valid values are from 1 to %d both inclusive."
                            .formatted(count, MAX_RECEIVE_COUNT));
        }
        return new RedrivePolicy(policy.get("deadLetterTargetArn").asText(), Integer.parseInt(count));
    }

    static AwsException invalid(String json, String reason) {
        return SqsErrors.invalidParameter("RedrivePolicy", json, reason);
    }

    /** As GetQueueAttributes answers it. */
    String json() {
        return JSON.createObjectNode()
                .put("deadLetterTargetArn", deadLetterTargetArn)
                .put("maxReceiveCount", maxReceiveCount)
                .toString();
    }

    private static JsonNode object(String json) {
        try {
            JsonNode node = JSON.readTree(json);
            if (node.isObject()) {
                return node;
            }
        } catch (JsonProcessingException e) {
            // said below, as for JSON that is no object
        }
        throw invalid(json, "Redrive policy is not a valid JSON map.");
    }
}
