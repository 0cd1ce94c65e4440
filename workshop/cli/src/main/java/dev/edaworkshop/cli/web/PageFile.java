package dev.edaworkshop.cli.web;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A file of the page, from this package's resources, as it is: there is no build step.
 *
 * @param type its media type
 */
record PageFile(byte[] content, String type) {
    private static final Pattern NAME = Pattern.compile("(?:[a-z][a-z0-9-]*/)?[a-z][a-z0-9-]*\\.([a-z]+)");
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml");

    /** Only files of our own, no frames, no forms; text never becomes markup, not even by mistake. */
    private static final String CONTENT_SECURITY_POLICY = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self'",
            "connect-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types 'none'");

    /** @param name such as {@code views/flow.js}; empty if the page has no such file */
    static Optional<PageFile> named(String name) throws IOException {
        var matcher = NAME.matcher(name);
        String type = matcher.matches() ? TYPES.get(matcher.group(1)) : null;
        if (type == null) {
            return Optional.empty();
        }
        try (InputStream resource = PageFile.class.getResourceAsStream(name)) {
            return resource == null ? Optional.empty() : Optional.of(new PageFile(resource.readAllBytes(), type));
        }
    }

    void send(ServerResponse response) {
        secure(response);
        response.header(HeaderNames.CONTENT_TYPE, type);
        response.send(content);
    }

    /** What goes with every answer to the page. */
    static void secure(ServerResponse response) {
        response.header(HeaderNames.create("Content-Security-Policy"), CONTENT_SECURITY_POLICY);
        response.header(HeaderNames.create("X-Content-Type-Options"), "nosniff");
        response.header(HeaderNames.create("X-Frame-Options"), "DENY");
        response.header(HeaderNames.create("Referrer-Policy"), "no-referrer");
        response.header(HeaderNames.create("Cross-Origin-Opener-Policy"), "same-origin");
        response.header(HeaderNames.create("Cross-Origin-Resource-Policy"), "same-origin");
        response.header(HeaderNames.CACHE_CONTROL, "no-store");
    }
}
