package dev.edaworkshop.localcloud.apigateway.rest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.edaworkshop.localcloud.http.WebResponse;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * How an API words an error.
 *
 * @param responseType such as {@code DEFAULT_4XX}
 * @param headers name to value
 * @param template for the body, with the variables {@code $context.error.messageString} and alike
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-gatewayResponse-definition.html">Gateway responses</a>
 */
public record GatewayResponse(
        String responseType, Optional<Integer> status, Map<String, String> headers, Optional<String> template) {
    private static final String HEADER = "gatewayresponse.header.";
    /** What AWS has besides those that can happen here. */
    private static final Set<String> ELSEWHERE = Set.of(
            "DEFAULT_4XX",
            "DEFAULT_5XX",
            "INVALID_API_KEY",
            "INVALID_SIGNATURE",
            "QUOTA_EXCEEDED",
            "RESOURCE_NOT_FOUND",
            "UNSUPPORTED_MEDIA_TYPE",
            "WAF_FILTERED");

    public GatewayResponse {
        headers = Map.copyOf(headers);
    }

    /**
     * Reads one from a template's properties.
     *
     * @throws IllegalArgumentException if a value or template is more than is supported; names it
     */
    public static GatewayResponse of(
            String responseType,
            Optional<Integer> status,
            Map<String, String> parameters,
            Map<String, String> templates) {
        Set<String> types =
                Arrays.stream(GatewayError.values()).map(Enum::name).collect(Collectors.toCollection(TreeSet::new));
        types.addAll(ELSEWHERE);
        if (!types.contains(responseType)) {
            throw new IllegalArgumentException("ResponseType must be one of %s, was %s".formatted(types, responseType));
        }
        Map<String, String> headers = new TreeMap<>();
        parameters.forEach((name, value) -> {
            if (!name.startsWith(HEADER)) {
                throw new IllegalArgumentException(
                        "The local cloud does not support the response parameter %s of a gateway response, only %s<name>."
                                .formatted(name, HEADER));
            }
            headers.put(name.substring(HEADER.length()), MockResponse.literal(value));
        });
        Optional<String> template = Optional.ofNullable(templates.get("application/json"));
        template.filter(text -> fill(text, "", "", "").contains("$context")).ifPresent(text -> {
            throw new IllegalArgumentException(
                    "The local cloud does not support the template %s of a gateway response. It supports $context.error.message, $context.error.messageString, $context.error.responseType, $context.error.validationErrorString and $context.requestId."
                            .formatted(text));
        });
        return new GatewayResponse(responseType, status, headers, template);
    }

    /**
     * The response in these words.
     *
     * @param usual what is answered if nobody has other words
     */
    WebResponse applyTo(WebResponse usual, GatewayError error, String message, String detail, String requestId) {
        WebResponse response = template.map(text -> WebResponse.json(
                        usual.status(),
                        fill(text.replace("$context.error.responseType", error.name()), message, detail, requestId)))
                .map(worded -> worded.with("x-amzn-ErrorType", error.type()))
                .orElse(usual);
        response = new WebResponse(status.orElse(response.status()), response.headers(), response.body());
        for (var header : headers.entrySet()) {
            response = response.with(header.getKey(), header.getValue());
        }
        return response;
    }

    private static String fill(String template, String message, String detail, String requestId) {
        TextNode quoted = JsonNodeFactory.instance.textNode(message);
        return template.replace("$context.error.messageString", quoted.toString())
                .replace("$context.error.message", message)
                .replace("$context.error.validationErrorString", detail)
                .replace("$context.error.responseType", "")
                .replace("$context.requestId", requestId);
    }
}
