package dev.edaworkshop.localcloud.apigateway;

import dev.edaworkshop.localcloud.http.WebRequest;
import dev.edaworkshop.localcloud.http.WebRequest.Header;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/** The headers of a request as API Gateway hands them on: without those of the connection, with those it adds. */
public final class RequestHeaders {
    private static final Set<String> OF_THE_CONNECTION = Set.of(
            "connection",
            "expect",
            "http2-settings",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

    private RequestHeaders() {}

    public static List<Header> of(WebRequest request) {
        List<Header> headers = new ArrayList<>();
        request.headers().stream()
                .filter(header -> !OF_THE_CONNECTION.contains(header.name().toLowerCase(Locale.ROOT)))
                .forEach(headers::add);
        String forwardedFor = request.header("X-Forwarded-For")
                .map(before -> before + ", " + request.sourceIp())
                .orElse(request.sourceIp());
        replace(headers, "X-Forwarded-For", forwardedFor);
        // API Gateway is HTTPS only; handlers that build links look here.
        replace(headers, "X-Forwarded-Port", "443");
        replace(headers, "X-Forwarded-Proto", "https");
        if (request.header("X-Amzn-Trace-Id").isEmpty()) {
            headers.add(new Header("X-Amzn-Trace-Id", "Root=1-" + traceId()));
        }
        return headers;
    }

    private static void replace(List<Header> headers, String name, String value) {
        headers.removeIf(header -> header.name().equalsIgnoreCase(name));
        headers.add(new Header(name, value));
    }

    private static String traceId() {
        String hex = UUID.randomUUID().toString().replace("-", "");
        return hex.substring(0, 8) + "-" + hex.substring(8);
    }
}
