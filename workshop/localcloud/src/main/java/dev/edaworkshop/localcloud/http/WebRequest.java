package dev.edaworkshop.localcloud.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * An HTTP request as the client wrote it, for what is no AWS API.
 *
 * @param path still percent-encoded
 * @param rawQuery still percent-encoded, without the question mark; empty if there is none
 * @param headers in the order they came
 * @param sourceIp the client's address
 */
public record WebRequest(
        String method,
        String path,
        String rawQuery,
        List<Header> headers,
        byte[] body,
        String protocol,
        String sourceIp) {
    public WebRequest {
        headers = List.copyOf(headers);
    }

    /** One line of a header. */
    public record Header(String name, String value) {}

    /** The last value of a header, by its name in any case. */
    public Optional<String> header(String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .reduce((first, last) -> last);
    }

    /** The same request for another path. */
    public WebRequest at(String otherPath) {
        return new WebRequest(method, otherPath, rawQuery, headers, body, protocol, sourceIp);
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
