package dev.edaworkshop.localcloud.http;

import dev.edaworkshop.localcloud.http.WebRequest.Header;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An HTTP response whose headers may repeat, such as {@code Set-Cookie}. */
public record WebResponse(int status, List<Header> headers, byte[] body) {
    public WebResponse {
        headers = List.copyOf(headers);
    }

    public static WebResponse json(int status, String body) {
        return new WebResponse(
                status, List.of(new Header("Content-Type", "application/json")), body.getBytes(StandardCharsets.UTF_8));
    }

    public static WebResponse empty(int status) {
        return new WebResponse(status, List.of(), new byte[0]);
    }

    /** The last value of a header, by its name in any case. */
    public Optional<String> header(String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .reduce((first, last) -> last);
    }

    /** The same with this header in place of any of its name. */
    public WebResponse with(String name, String value) {
        List<Header> others = new ArrayList<>(headers);
        others.removeIf(header -> header.name().equalsIgnoreCase(name));
        others.add(new Header(name, value));
        return new WebResponse(status, others, body);
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
