package dev.edaworkshop.localcloud.apigateway.rest;

import dev.edaworkshop.localcloud.http.WebRequest;
import dev.edaworkshop.localcloud.http.WebResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * What a mock integration answers: a status, headers and a body that are always the same, or CORS headers for one of
 * several origins, as CDK writes them. Other mapping templates are refused.
 *
 * @param headers name to value
 * @param otherOrigins regular expressions of origins that are allowed besides the one in the headers
 */
public record MockResponse(int status, Map<String, String> headers, String body, List<String> otherOrigins) {
    private static final String HEADER = "method.response.header.";
    private static final String ALLOW_ORIGIN = "Access-Control-Allow-Origin";
    private static final Pattern REQUEST_TEMPLATE = Pattern.compile("\\{\\s*[\"']?statusCode[\"']?\\s*:\\s*\\d+\\s*}");
    private static final Pattern ORIGIN = Pattern.compile("\\$origin\\.matches\\(\"([^\"]*)\"\\)");
    private static final Pattern ORIGIN_TEMPLATE =
            Pattern.compile("\\s*#set\\(\\$origin = \\$input\\.params\\(\\)\\.header\\.get\\(\"Origin\"\\)\\)"
                    + "\\s*#if\\(\\$origin == \"\"\\) #set\\(\\$origin = \\$input\\.params\\(\\)\\.header\\.get\\(\"origin\"\\)\\) #end"
                    + "\\s*#if\\((?<origins>.*)\\)"
                    + "\\s*#set\\(\\$context\\.responseOverride\\.header\\.Access-Control-Allow-Origin = \\$origin\\)"
                    + "\\s*#end\\s*");

    public MockResponse {
        headers = Map.copyOf(headers);
        otherOrigins = List.copyOf(otherOrigins);
    }

    /**
     * Reads an integration response.
     *
     * @param parameters {@code method.response.header.<name>} to a text in single quotes
     * @throws IllegalArgumentException if a value or template is more than a text; names it
     */
    public static MockResponse of(int status, Map<String, String> parameters, Optional<String> template) {
        Map<String, String> headers = new TreeMap<>();
        parameters.forEach((name, value) -> {
            if (!name.startsWith(HEADER)) {
                throw new IllegalArgumentException("Invalid mapping expression specified: " + name);
            }
            headers.put(name.substring(HEADER.length()), literal(value));
        });
        String text = template.orElse("");
        Matcher origins = ORIGIN_TEMPLATE.matcher(text);
        if (origins.matches()) {
            return new MockResponse(status, headers, "", origins(origins.group("origins")));
        }
        requireStatic(text);
        return new MockResponse(status, headers, text, List.of());
    }

    /** @throws IllegalArgumentException unless the template is {@code {"statusCode": 200}} or alike */
    public static void checkRequestTemplate(String template) {
        if (!REQUEST_TEMPLATE.matcher(template.strip()).matches()) {
            throw unsupported(template);
        }
    }

    /** The text between single quotes. */
    static String literal(String value) {
        if (value.length() < 2 || !value.startsWith("'") || !value.endsWith("'")) {
            throw new IllegalArgumentException(
                    "The local cloud does not support the mapping expression %s. It supports texts in single quotes."
                            .formatted(value));
        }
        return value.substring(1, value.length() - 1);
    }

    WebResponse answer(WebRequest request) {
        WebResponse response = new WebResponse(status, List.of(), body.getBytes(StandardCharsets.UTF_8))
                .with("Content-Type", "application/json");
        for (var header : headers.entrySet()) {
            response = response.with(header.getKey(), header.getValue());
        }
        Optional<String> origin =
                request.header("Origin").filter(found -> otherOrigins.stream().anyMatch(found::matches));
        return origin.isPresent() ? response.with(ALLOW_ORIGIN, origin.get()) : response;
    }

    private static List<String> origins(String condition) {
        List<String> origins =
                ORIGIN.matcher(condition).results().map(match -> match.group(1)).toList();
        try {
            origins.forEach(Pattern::compile);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("An allowed origin is no regular expression: " + e.getMessage(), e);
        }
        return origins;
    }

    private static void requireStatic(String template) {
        if (template.contains("$") || template.contains("#")) {
            throw unsupported(template);
        }
    }

    private static IllegalArgumentException unsupported(String template) {
        return new IllegalArgumentException(
                "The local cloud does not support the mapping template %s. It supports fixed texts, and what CDK writes for CORS."
                        .formatted(template));
    }
}
