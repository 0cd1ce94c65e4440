package dev.edaworkshop.localcloud.apigateway.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.edaworkshop.localcloud.apigateway.Answer;
import dev.edaworkshop.localcloud.http.WebRequest.Header;
import dev.edaworkshop.localcloud.http.WebResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** What a function's result means to the client of an HTTP API. */
final class FunctionAnswer {
    private static final ObjectMapper JSON = new ObjectMapper();

    private FunctionAnswer() {}

    /** Format 2.0: without a status code the result is the body. */
    static Answer v2(String payload) {
        JsonNode result = parse(payload);
        if (result.isObject() && result.has("statusCode")) {
            return read(result, "text/plain; charset=utf-8");
        }
        return new Answer(WebResponse.json(200, result.isTextual() ? result.asText() : payload));
    }

    /** Format 1.0: an object with a status code, or an error. */
    static Answer v1(String payload) {
        JsonNode result = parse(payload);
        return result.isObject() && result.has("statusCode")
                ? read(result, "text/plain; charset=utf-8")
                : HttpErrors.internal("the function's result is no proxy response (it needs a statusCode): " + payload);
    }

    private static Answer read(JsonNode result, String contentType) {
        JsonNode status = result.path("statusCode");
        if (!status.asText().matches("[1-5]\\d\\d")) {
            return HttpErrors.internal("the function's statusCode is %s, not 100 to 599".formatted(status));
        }
        List<Header> headers = new ArrayList<>();
        result.path("multiValueHeaders").properties().forEach(entry -> entry.getValue()
                .forEach(value -> headers.add(new Header(entry.getKey(), value.asText()))));
        for (var entry : result.path("headers").properties()) {
            if (!entry.getValue().isValueNode()) {
                return HttpErrors.internal(
                        "the function's header %s is no text: %s".formatted(entry.getKey(), entry.getValue()));
            }
            headers.removeIf(header -> header.name().equalsIgnoreCase(entry.getKey()));
            headers.add(new Header(entry.getKey(), entry.getValue().asText()));
        }
        result.path("cookies").forEach(cookie -> headers.add(new Header("set-cookie", cookie.asText())));
        byte[] body;
        try {
            body = body(result);
        } catch (IllegalArgumentException e) {
            return HttpErrors.internal("the function's body is not Base64: " + e.getMessage());
        }
        WebResponse response = new WebResponse(status.asInt(), headers, body);
        return new Answer(
                response.header("Content-Type").isPresent() || body.length == 0
                        ? response
                        : response.with("Content-Type", contentType));
    }

    private static byte[] body(JsonNode result) {
        JsonNode body = result.path("body");
        String text = body.isMissingNode() || body.isNull() ? "" : body.isTextual() ? body.asText() : body.toString();
        return result.path("isBase64Encoded").asBoolean()
                ? Base64.getDecoder().decode(text)
                : text.getBytes(StandardCharsets.UTF_8);
    }

    private static JsonNode parse(String payload) {
        try {
            return JSON.readTree(payload);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A function's result is JSON", e);
        }
    }
}
