package dev.edaworkshop.localcloud.http;

import dev.edaworkshop.localcloud.wire.HttpRequest;
import dev.edaworkshop.localcloud.wire.HttpResponse;
import io.helidon.http.BadRequestException;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.http.encoding.ContentEncodingContext;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.http1.Http1Config;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The port on 127.0.0.1; one virtual thread per request. */
public final class HttpServer implements AutoCloseable {
    private static final int MAX_BODY_BYTES = 64 * 1024 * 1024;
    /** Lambda's runtime clients describe errors in a header of up to 1 MiB. */
    private static final int MAX_HEADER_BYTES = 2 * 1024 * 1024;
    /** An object's key of 1,024 characters that are all percent-encoded, and as much again for parameters. */
    private static final int MAX_ADDRESS_BYTES = 8 * 1024;

    /** Helidon announces each start, and logs what we report. Held here, because loggers are forgotten otherwise. */
    private static final Logger HELIDON = Logger.getLogger("io.helidon");

    static {
        HELIDON.setLevel(Level.OFF);
    }

    private final WebServer server;

    private HttpServer(WebServer server) {
        this.server = server;
    }

    /** Answers a request. */
    @FunctionalInterface
    public interface Handler {
        HttpResponse handle(HttpRequest request);
    }

    /** Answers a request bit by bit, until the client leaves. */
    @FunctionalInterface
    public interface StreamHandler {
        /** Whether the request wants a stream; if so it has been answered when this returns. */
        boolean stream(HttpRequest request, ServerResponse response) throws IOException;
    }

    /**
     * Listens on 127.0.0.1.
     *
     * @param port 0 for any free one
     * @throws PortInUseException if somebody else listens there
     */
    public static HttpServer start(int port, Handler handler, StreamHandler streams) {
        return start(port, handler, streams, Website.NONE);
    }

    /**
     * As {@link #start(int, Handler, StreamHandler)}, with a website on the same port.
     *
     * @param site is asked before all others
     */
    public static HttpServer start(int port, Handler handler, StreamHandler streams, Website site) {
        WebServer server = WebServer.builder()
                .host("127.0.0.1")
                .port(port)
                .shutdownHook(false)
                .shutdownGracePeriod(Duration.ZERO)
                .maxPayloadSize(MAX_BODY_BYTES)
                // Otherwise the end of a long answer waits 40 ms for the client to acknowledge its beginning.
                .connectionOptions(options -> options.tcpNoDelay(true))
                .addProtocol(Http1Config.builder()
                        .maxHeadersSize(MAX_HEADER_BYTES)
                        .maxPrologueLength(MAX_ADDRESS_BYTES)
                        .build())
                .directHandlers(Refusals.directHandlers())
                .contentEncoding(ContentEncodingContext.builder()
                        .contentEncodingsDiscoverServices(false)
                        .addContentEncoding(new AwsChunkedEncoding())
                        .build())
                .routing(routing ->
                        routing.any((request, response) -> answer(request, response, handler, streams, site)))
                .build();
        try {
            server.start();
        } catch (IllegalStateException | UncheckedIOException e) {
            throw new PortInUseException(port, e);
        }
        // Of a listener that failed Helidon keeps quiet, but for its log.
        if (!server.isRunning()) {
            throw new PortInUseException(port);
        }
        return new HttpServer(server);
    }

    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.stop();
    }

    private static void answer(
            ServerRequest in, ServerResponse out, Handler handler, StreamHandler streams, Website site)
            throws IOException {
        if (site.serves(
                in.path().rawPath(), in.headers().first(HeaderNames.HOST).orElse(""))) {
            WebMessages.write(site.answer(WebMessages.read(in, body(in))), out);
            return;
        }
        HttpRequest request = read(in);
        if (streams.stream(request, out)) {
            return;
        }
        HttpResponse response = handler.handle(request);
        out.status(Status.create(response.status()));
        response.headers().forEach((name, value) -> out.header(HeaderNames.create(name), value));
        out.send(response.body());
    }

    private static HttpRequest read(ServerRequest in) throws IOException {
        Map<String, String> headers = new LinkedHashMap<>();
        in.headers().forEach(header -> headers.put(header.name(), header.values()));
        Map<String, String> query = new LinkedHashMap<>();
        in.query()
                .names()
                .forEach(name -> query.put(name, String.join(",", in.query().all(name, List::of))));
        return new HttpRequest(in.prologue().method().text(), in.path().rawPath(), query, headers, body(in));
    }

    private static byte[] body(ServerRequest in) throws IOException {
        if (!in.content().hasEntity()) {
            return new byte[0];
        }
        try (InputStream content = in.content().inputStream()) {
            return content.readAllBytes();
        } catch (IllegalArgumentException e) {
            throw new BadRequestException("The chunks of the body are malformed", e);
        }
    }
}
