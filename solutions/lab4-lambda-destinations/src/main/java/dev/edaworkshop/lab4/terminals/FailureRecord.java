package dev.edaworkshop.lab4.terminals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * What Lambda tells a destination about an invocation that failed for good.
 *
 * {@snippet lang=json :
 * {"version": "1.0", "timestamp": "2026-11-20T09:18:05.568Z",
 *  "requestContext": {"requestId": "e4b4…", "functionArn": "…:function:Payments:$LATEST",
 *                     "condition": "RetriesExhausted", "approximateInvokeCount": 3},
 *  "requestPayload": {"data": {"order_id": "o-17"}, "metadata": {"event_name": "stock_reserved"}},
 *  "responseContext": {"statusCode": 200, "executedVersion": "$LATEST", "functionError": "Unhandled"},
 *  "responsePayload": {"errorMessage": "no answer from the payment provider", "errorType": "…"}}
 * }
 *
 * @param condition why nothing more is tried: {@code RetriesExhausted}, {@code EventAgeExceeded}
 * @param attempts how often the function was invoked
 * @param requestPayload what the function was asked, JSON, exactly as it was
 * @param error what the last attempt ended with; empty if there was none
 */
record FailureRecord(String condition, int attempts, String requestPayload, String orderId, String error) {

    private static final ObjectMapper JSON = JsonMapper.builder()
            // 24.90 stays 24.90.
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    /** @throws IllegalArgumentException if the text is no such record; the message says what is missing */
    static FailureRecord parse(String text) {
        JsonNode json = read(text);
        JsonNode request = json.path("requestPayload");
        JsonNode context = json.path("requestContext");
        if (!request.isObject() || !context.isObject()) {
            throw new IllegalArgumentException("not a record of a failed invocation: %s is missing"
                    .formatted(context.isObject() ? "requestPayload" : "requestContext"));
        }
        return new FailureRecord(
                context.path("condition").asText(),
                context.path("approximateInvokeCount").asInt(),
                request.toString(),
                request.path("data").path("order_id").asText("?"),
                json.path("responsePayload").path("errorMessage").asText(""));
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a record of a failed invocation: no JSON", e);
        }
    }
}
