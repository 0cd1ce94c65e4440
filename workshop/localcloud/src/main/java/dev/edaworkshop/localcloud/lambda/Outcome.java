package dev.edaworkshop.localcloud.lambda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * How an asynchronous invocation ended for good, as destinations are told.
 *
 * @param condition why nothing more is tried
 * @param attempts how often the function was invoked
 * @param last what the last attempt came to; empty if there was none
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html">Invocation records</a>
 */
record Outcome(
        Condition condition,
        Instant time,
        String requestId,
        String qualifiedFunctionArn,
        int attempts,
        String requestPayload,
        Optional<Execution> last) {
    /** By AWS's names. */
    enum Condition {
        SUCCESS("Success"),
        RETRIES_EXHAUSTED("RetriesExhausted"),
        EVENT_AGE_EXCEEDED("EventAgeExceeded"),
        ZERO_RESERVED_CONCURRENCY("ZeroReservedConcurrency");

        private final String name;

        Condition(String name) {
            this.name = name;
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    boolean isSuccess() {
        return condition == Condition.SUCCESS;
    }

    /** The record, without payloads if it were larger than the destination takes. */
    String json(int maxBytes) {
        String complete = json(true);
        return complete.getBytes(StandardCharsets.UTF_8).length <= maxBytes ? complete : json(false);
    }

    private String json(boolean payloads) {
        ObjectNode record = JsonNodeFactory.instance.objectNode();
        record.put("version", "1.0");
        record.put("timestamp", TIMESTAMP.format(time));
        record.putObject("requestContext")
                .put("requestId", requestId)
                .put("functionArn", qualifiedFunctionArn)
                .put("condition", condition.name)
                .put("approximateInvokeCount", attempts);
        if (payloads) {
            record.set("requestPayload", parse(requestPayload));
        }
        last.ifPresent(execution -> {
            ObjectNode context = record.putObject("responseContext");
            context.put("statusCode", 200).put("executedVersion", execution.version());
            if (execution.result() instanceof InvocationResult.Failed) {
                context.put("functionError", "Unhandled");
            }
            if (payloads) {
                record.set("responsePayload", parse(execution.result().payload()));
            }
        });
        return record.toString();
    }

    /** A runtime may answer what is no JSON; then it is reported as a text. */
    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            return JsonNodeFactory.instance.textNode(json);
        }
    }
}
