package dev.edaworkshop.cli.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.edaworkshop.cli.console.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets the page, and with what. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LabPageTest {
    private static final int PATIENCE_MILLIS = 60_000;
    private static final Pattern CONTENT_LENGTH = Pattern.compile("(?i)content-length: (\\d+)");

    private final SampleShop shop = SampleShop.open();

    @AfterAll
    void close() {
        shop.close();
    }

    @ParameterizedTest(name = "{0} {1} with {2}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            GET  | /_lab/ui/        | Host: 127.0.0.1:{port}                                   | 200
            GET  | /_lab/ui/        | Host: localhost:{port}                                   | 200
            GET  | /_lab/ui/        | Host: rebound.example:{port}                             | 403
            GET  | /_lab/ui/graph   | Host: 127.0.0.1.rebound.example                          | 403
            GET  | /_lab/ui/graph   | Host: 127.0.0.1:{port}~Origin: http://127.0.0.1:{port}   | 200
            GET  | /_lab/ui/graph   | Host: 127.0.0.1:{port}~Origin: http://elsewhere.example  | 403
            GET  | /_lab/ui/graph   | Host: 127.0.0.1:{port}~Origin: null                      | 403
            GET  | /_lab/ui/graph   | Host: 127.0.0.1:{port}~Sec-Fetch-Site: cross-site        | 403
            GET  | /_lab/ui/graph   | Host: 127.0.0.1:{port}~Sec-Fetch-Site: same-site         | 403
            GET  | /_lab/ui/graph   | Host: 127.0.0.1:{port}~Sec-Fetch-Site: same-origin       | 200
            GET  | /_lab/ui/        | Host: 127.0.0.1:{port}~Sec-Fetch-Site: cross-site~Sec-Fetch-Mode: navigate~Sec-Fetch-Dest: document | 200
            GET  | /_lab/ui/        | Host: 127.0.0.1:{port}~Sec-Fetch-Site: cross-site~Sec-Fetch-Mode: navigate~Sec-Fetch-Dest: iframe   | 403
            POST | /_lab/time       | Host: 127.0.0.1:{port}                                   | 403
            POST | /_lab/time       | Host: 127.0.0.1:{port}~X-Workshop: 1                     | 200
            POST | /_lab/time       | Host: 127.0.0.1:{port}~X-Workshop: 1~Origin: http://elsewhere.example | 403
            GET  | /                | Host: 127.0.0.1:{port}~Accept: text/html,*/*             | 302
            GET  | /_lab/ui         | Host: 127.0.0.1:{port}~Accept: text/html,*/*             | 302
            """)
    void is_there_for_its_own_page_and_for_commands(String method, String path, String headers, int status)
            throws IOException {
        assertThat(exchange(method, path, headers)).startsWith("HTTP/1.1 " + status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/_lab/ui/LabPage.class",
                "/_lab/ui/../ui/LabPage.class",
                "/_lab/ui/views/../app.js",
                "/_lab/ui/%2e%2e/app.js",
                "/_lab/ui/views/nothing.js",
                "/_lab/ui//app.js"
            })
    void has_only_its_own_files(String path) throws IOException {
        assertThat(exchange("GET", path, "Host: 127.0.0.1:{port}")).startsWith("HTTP/1.1 404");
    }

    @Test
    void allows_nothing_but_its_own_files_and_is_kept_nowhere() throws IOException {
        String page = exchange("GET", "/_lab/ui/", "Host: 127.0.0.1:{port}");

        assertThat(page)
                .contains("default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'")
                .contains("Cache-Control: no-store", "X-Content-Type-Options: nosniff")
                .doesNotContain("unsafe-inline", "unsafe-eval", "http://", "https://", "<style", " onclick", " style=");
    }

    @Test
    void draws_stations_and_ways_with_their_conditions() throws IOException {
        JsonNode graph = ask("graph");

        assertThat(graph.path("stations").findValuesAsText("name"))
                .contains("product_price_changed", "harbour", "receipts", "big-orders", "Inventory", "PriceHistory");
        assertThat(graph.path("ways").findValuesAsText("kind"))
                .contains("SUBSCRIPTION", "RULE", "TARGET", "DEAD_LETTER");
        assertThat(graph.path("ways").findValuesAsText("condition"))
                .contains("{\"change\": [\"REPRICED\"]}", "{\"source\": [\"shop.payments\"]}");
    }

    @Test
    void finds_hops_by_what_events_carry_and_by_their_outcome() throws IOException {
        String id = shop.publish(shop.topicArn(), "{\"change\": \"RENAMED\", \"correlation_id\": \"Order-4711\"}");

        JsonNode byText = ask("hops?text=order-4711&limit=500");
        JsonNode filtered = ask("hops?outcome=filtered&text=" + id);
        JsonNode between = ask("hops?text=%s&station=%s".formatted(id, encoded(shop.topicArn())));

        assertThat(byText.path("hops").findValuesAsText("eventId")).isNotEmpty().containsOnly(id);
        assertThat(filtered.path("hops").findValuesAsText("reason"))
                .containsExactly("`change` is \"RENAMED\"; wanted is \"REPRICED\"");
        assertThat(between.path("hops").findValuesAsText("kind"))
                .containsExactlyInAnyOrder("DELIVERED", "DELIVERED", "DELIVERED", "FILTERED");
    }

    @Test
    void tells_an_events_journey_and_where_it_is_stuck() throws IOException {
        String id = shop.publish(shop.topicArn(), "{\"change\": \"RENAMED\"}");

        JsonNode journey = ask("event?id=" + id);

        assertThat(journey.path("hops").findValuesAsText("payload")).contains("{\"change\": \"RENAMED\"}");
        assertThat(journey.path("stuck").findValuesAsText("state"))
                .containsExactlyInAnyOrder("WAITING", "WAITING", "FILTERED");
        assertThat(journey.path("stuck").findValuesAsText("advice"))
                .allSatisfy(advice -> assertThat(advice).isNotEmpty());
    }

    private JsonNode ask(String what) throws IOException {
        String answer = exchange("GET", "/_lab/ui/" + what, "Host: 127.0.0.1:{port}");
        return Json.parse(answer.substring(answer.indexOf("\n\n") + 2));
    }

    /** By hand: Java's clients do not let one lie about the host. */
    private String exchange(String method, String path, String headers) throws IOException {
        String request = "%s %s HTTP/1.1\r\n%s\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"
                .formatted(method, path, headers.replace("~", "\r\n"))
                .replace("{port}", String.valueOf(shop.port()));
        try (Socket socket = new Socket("127.0.0.1", shop.port())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            return answer(socket.getInputStream());
        }
    }

    /** Head and body, without waiting for the end of the connection. */
    private static String answer(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.read());
        }
        Matcher length = CONTENT_LENGTH.matcher(head);
        byte[] body = length.find() ? in.readNBytes(Integer.parseInt(length.group(1))) : new byte[0];
        return head.toString().replace("\r", "") + new String(body, StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
