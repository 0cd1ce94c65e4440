package dev.edaworkshop.localcloud.http;

import dev.edaworkshop.localcloud.http.WebRequest.Header;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Requests and responses of a website, from and to Helidon's. */
final class WebMessages {
    private WebMessages() {}

    static WebRequest read(ServerRequest in, byte[] body) {
        List<Header> headers = new ArrayList<>();
        in.headers().forEach(header -> header.allValues()
                .forEach(value -> headers.add(new Header(header.headerName().defaultCase(), value))));
        String sourceIp = in.remotePeer().address() instanceof InetSocketAddress peer
                ? peer.getAddress().getHostAddress()
                : "127.0.0.1";
        return new WebRequest(
                in.prologue().method().text(),
                in.path().rawPath(),
                in.query().rawValue(),
                headers,
                body,
                in.prologue().rawProtocol(),
                sourceIp);
    }

    static void write(WebResponse response, ServerResponse out) {
        out.status(Status.create(response.status()));
        Map<HeaderName, List<String>> headers = new LinkedHashMap<>();
        for (Header header : response.headers()) {
            headers.computeIfAbsent(HeaderNames.create(header.name()), name -> new ArrayList<>())
                    .add(header.value());
        }
        headers.remove(HeaderNames.CONTENT_LENGTH); // Helidon counts
        headers.forEach((name, values) -> out.header(name, values.toArray(String[]::new)));
        if (response.body().length == 0) {
            out.send();
        } else {
            out.send(response.body());
        }
    }
}
