package dev.edaworkshop.localcloud.apigateway.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.edaworkshop.localcloud.apigateway.MediaTypes;
import dev.edaworkshop.localcloud.http.WebRequest.Header;
import dev.edaworkshop.localcloud.http.WebResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;

/**
 * What a function's result means to the client of a REST API.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html">Output format</a>
 */
final class ProxyAnswer {
    private static final Set<String> KEYS =
            Set.of("statusCode", "headers", "multiValueHeaders", "body", "isBase64Encoded");
    private static final ObjectMapper JSON = new ObjectMapper();

    private ProxyAnswer() {}

    /** Says what is wrong with a result. */
    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1;

        Malformed(String message) {
            super(message);
        }
    }

    /**
     * Reads a result.
     *
     * @param accept what the client accepts
     */
    static WebResponse read(String payload, List<String> binaryTypes, String accept) throws Malformed {
        JsonNode result = parse(payload);
        if (!result.isObject() || result.isEmpty()) {
            throw new Malformed("the function's result is no proxy response: " + payload);
        }
        for (var member : result.properties()) {
            if (!KEYS.contains(member.getKey())) {
                throw new Malformed("the function's result has the unknown key %s; only %s are allowed"
                        .formatted(member.getKey(), KEYS.stream().sorted().toList()));
            }
        }
        JsonNode status = result.path("statusCode");
        if (!status.isMissingNode() && !status.asText().matches("[1-5]\\d\\d")) {
            throw new Malformed("the function's statusCode is %s, not 100 to 599".formatted(status));
        }
        boolean decode = result.path("isBase64Encoded").asBoolean() && MediaTypes.matches(binaryTypes, accept);
        WebResponse response = new WebResponse(status.asInt(200), headers(result), body(result, decode));
        return response.header("Content-Type").isPresent()
                ? response
                : response.with("Content-Type", "application/json");
    }

    private static List<Header> headers(JsonNode result) throws Malformed {
        List<Header> headers = new ArrayList<>();
        for (var header : requireObject(result, "multiValueHeaders").properties()) {
            if (!header.getValue().isArray()) {
                throw new Malformed(
                        "multiValueHeaders.%s is no list: %s".formatted(header.getKey(), header.getValue()));
            }
            header.getValue().forEach(value -> headers.add(new Header(header.getKey(), value.asText())));
        }
        for (var header : requireObject(result, "headers").properties()) {
            if (!header.getValue().isValueNode()) {
                throw new Malformed("headers.%s is no text: %s".formatted(header.getKey(), header.getValue()));
            }
            String spelled = headers.stream()
                    .map(Header::name)
                    .filter(header.getKey()::equalsIgnoreCase)
                    .findFirst()
                    .orElse(header.getKey());
            headers.add(new Header(spelled, header.getValue().asText()));
        }
        return headers;
    }

    private static JsonNode requireObject(JsonNode result, String name) throws Malformed {
        JsonNode value = result.path(name);
        if (!value.isMissingNode() && !value.isNull() && !value.isObject()) {
            throw new Malformed("%s is no object: %s".formatted(name, value));
        }
        return value;
    }

    private static byte[] body(JsonNode result, boolean decode) throws Malformed {
        JsonNode body = result.path("body");
        if (body.isMissingNode() || body.isNull()) {
            return new byte[0];
        }
        if (!body.isTextual()) {
            throw new Malformed("the body is no text: %s; write it as JSON in a text".formatted(body));
        }
        try {
            return decode
                    ? Base64.getDecoder().decode(body.asText())
                    : body.asText().getBytes(StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new Malformed("the body is not Base64: " + e.getMessage());
        }
    }

    private static JsonNode parse(String payload) {
        try {
            return JSON.readTree(payload);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A function's result is JSON", e);
        }
    }
}
