package dev.edaworkshop.lab5.api;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks for, without API Gateway's wrapping. What is read from it is checked as it is read.
 *
 * @param route the route that API Gateway chose: {@code PUT /products/{id}}
 * @param headers by name in lower case
 * @param correlationId names everything that follows from this request; the client's, if it sent a proper one
 */
record Request(
        String route,
        Map<String, String> path,
        Map<String, String> query,
        Map<String, String> headers,
        byte[] content,
        String correlationId) {

    static final String CORRELATION_ID = "x-correlation-id";
    static final int MOST_BYTES = 16 * 1024;

    /** What stands where bytes were no character, whoever has decoded them. */
    private static final char REPLACEMENT = '\uFFFD';

    // Goes into log lines and an answer's header, so it must not contain anything that ends one.
    private static final Pattern PROPER_ID = Pattern.compile("[A-Za-z0-9._:-]{1,64}");
    private static final Pattern PRODUCT_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,39}");
    private static final Pattern VERSION = Pattern.compile("\"?([1-9]\\d{0,17})\"?");

    static Request of(APIGatewayV2HTTPEvent event) {
        Map<String, String> headers = orEmpty(event.getHeaders());
        return new Request(
                event.getRouteKey(),
                orEmpty(event.getPathParameters()),
                orEmpty(event.getQueryStringParameters()),
                headers,
                content(event),
                Optional.ofNullable(headers.get(CORRELATION_ID))
                        .filter(id -> PROPER_ID.matcher(id).matches())
                        .orElseGet(() -> UUID.randomUUID().toString()));
    }

    /** @throws InvalidRequestException if the path names something that cannot be a product's id */
    String productId() {
        String id = path.getOrDefault("id", "");
        if (!PRODUCT_ID.matcher(id).matches()) {
            throw InvalidRequestException.of("id", "up to 40 letters, digits and hyphens");
        }
        return id;
    }

    /**
     * @throws BodyTooLargeException if it is larger than 16 KiB
     * @throws InvalidRequestException if it is not UTF-8
     */
    String body() {
        if (content.length > MOST_BYTES) {
            throw new BodyTooLargeException(content.length, MOST_BYTES);
        }
        String body = new String(content, StandardCharsets.UTF_8);
        if (body.indexOf(REPLACEMENT) >= 0) {
            throw InvalidRequestException.of("body", "is not UTF-8");
        }
        return body;
    }

    /**
     * The version that the client has seen, from its header {@code If-Match}.
     *
     * @return empty if it did not say
     * @throws InvalidRequestException if it is not a version
     */
    OptionalLong seenVersion() {
        String given = headers.get("if-match");
        if (given == null) {
            return OptionalLong.empty();
        }
        Matcher version = VERSION.matcher(given.strip());
        if (!version.matches()) {
            throw InvalidRequestException.of("If-Match", "the version from the product's ETag, like \"3\"");
        }
        return OptionalLong.of(Long.parseLong(version.group(1)));
    }

    private static byte[] content(APIGatewayV2HTTPEvent event) {
        String body = event.getBody();
        if (body == null) {
            return new byte[0];
        }
        return event.getIsBase64Encoded() ? Base64.getDecoder().decode(body) : body.getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, String> orEmpty(@Nullable Map<String, String> map) {
        return map == null ? Map.of() : map;
    }
}
