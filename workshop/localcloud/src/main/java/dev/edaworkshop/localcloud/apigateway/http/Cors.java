package dev.edaworkshop.localcloud.apigateway.http;

import dev.edaworkshop.localcloud.http.WebRequest;
import dev.edaworkshop.localcloud.http.WebRequest.Header;
import dev.edaworkshop.localcloud.http.WebResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which origins may call an HTTP API from a browser. API Gateway answers preflight requests by itself, and CORS headers of
 * functions are ignored.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html">CORS for HTTP APIs</a>
 */
public record Cors(
        List<String> allowOrigins,
        List<String> allowMethods,
        List<String> allowHeaders,
        List<String> exposeHeaders,
        boolean allowCredentials,
        Optional<Integer> maxAge) {
    public Cors {
        allowOrigins = List.copyOf(allowOrigins);
        allowMethods = List.copyOf(allowMethods);
        allowHeaders = List.copyOf(allowHeaders);
        exposeHeaders = List.copyOf(exposeHeaders);
    }

    boolean isPreflight(WebRequest request) {
        return request.method().equals("OPTIONS")
                && request.header("Origin").isPresent()
                && request.header("Access-Control-Request-Method").isPresent();
    }

    /** Without any CORS header if the origin is not allowed; the browser refuses then. */
    WebResponse preflight(WebRequest request) {
        WebResponse response = WebResponse.empty(204);
        Optional<String> origin = allowedOrigin(request);
        if (origin.isEmpty()) {
            return response;
        }
        response = common(response, origin.get());
        response = with(response, "Access-Control-Allow-Methods", allowMethods);
        response = with(response, "Access-Control-Allow-Headers", allowHeaders);
        return maxAge.isPresent()
                ? response.with("Access-Control-Max-Age", maxAge.get().toString())
                : response;
    }

    /** The response of a function, with the API's CORS headers instead of the function's. */
    WebResponse applyTo(WebResponse response, WebRequest request) {
        List<Header> others = response.headers().stream()
                .filter(header -> !header.name().toLowerCase(Locale.ROOT).startsWith("access-control-"))
                .toList();
        WebResponse cleared = new WebResponse(response.status(), others, response.body());
        return allowedOrigin(request)
                .map(origin -> with(common(cleared, origin), "Access-Control-Expose-Headers", exposeHeaders))
                .orElse(cleared);
    }

    private WebResponse common(WebResponse response, String origin) {
        WebResponse allowed = response.with("Access-Control-Allow-Origin", origin);
        return allowCredentials ? allowed.with("Access-Control-Allow-Credentials", "true") : allowed;
    }

    private static WebResponse with(WebResponse response, String name, List<String> values) {
        return values.isEmpty() ? response : response.with(name, String.join(",", values));
    }

    private Optional<String> allowedOrigin(WebRequest request) {
        return request.header("Origin").flatMap(origin -> allowOrigins.stream()
                .filter(allowed -> fits(allowed, origin))
                .findFirst()
                .map(allowed -> allowed.equals("*") ? "*" : origin));
    }

    private static boolean fits(String allowed, String origin) {
        return allowed.equals("*")
                || allowed.equalsIgnoreCase(origin)
                || allowed.endsWith("://*") && origin.startsWith(allowed.substring(0, allowed.length() - 1));
    }
}
