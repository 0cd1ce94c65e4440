package dev.edaworkshop.localcloud.apigateway.http;

import dev.edaworkshop.localcloud.http.WebRequest;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;

/** A request's body as an HTTP API hands it on: text of these types as it is, all else in Base64. */
record HttpBody(String text, boolean isBase64) {
    private static final Set<String> TEXTS = Set.of("application/javascript", "application/json", "application/xml");

    static HttpBody of(WebRequest request) {
        String type = request.header("Content-Type").orElse("text/plain");
        int semicolon = type.indexOf(';');
        String plain =
                (semicolon < 0 ? type : type.substring(0, semicolon)).strip().toLowerCase(Locale.ROOT);
        boolean text =
                plain.startsWith("text/") || TEXTS.contains(plain) || plain.endsWith("+json") || plain.endsWith("+xml");
        return text || request.body().length == 0
                ? new HttpBody(request.text(), false)
                : new HttpBody(Base64.getEncoder().encodeToString(request.body()), true);
    }
}
