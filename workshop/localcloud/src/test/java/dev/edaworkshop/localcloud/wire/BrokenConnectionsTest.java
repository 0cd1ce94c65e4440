package dev.edaworkshop.localcloud.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.edaworkshop.localcloud.LocalCloud;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no HTTP request, or not a whole one: the answer is an error of the client, and nothing stays behind. */
class BrokenConnectionsTest {
    private static final int PATIENCE_MILLIS = 30_000;
    private static final String SIGNED =
            "Authorization: AWS4-HMAC-SHA256 Credential=a/20261121/us-east-1/sqs/aws4_request, Signature=0\r\n";
    private static final String TARGET = "X-Amz-Target: AmazonSQS.ListQueues\r\n";

    @TempDir
    private Path directory;

    private final LocalCloud cloud = LocalCloud.start(0);

    @AfterEach
    void close() {
        cloud.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: many\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
                "POST / HTTP/1.1\r\nno colon here\r\n\r\n",
                "POST /%zz HTTP/1.1\r\nHost: x\r\n\r\n",
                "POST /../.. HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip\r\n\r\n"
            })
    void what_is_no_request_is_refused(String sent) throws IOException {
        assertThat(answer(sent)).matches("(?s)HTTP/1.1 4.*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NONSENSE\r\n\r\n", "GET\r\n\r\n", "POST / HTTP/9.9\r\nHost: x\r\n\r\n"})
    void what_is_not_even_HTTP_is_disconnected(String sent) throws IOException {
        assertThat(answer(sent)).isEmpty();
    }

    @Test
    void headers_and_addresses_that_are_too_long_are_refused() throws IOException {
        assertThat(answer("POST / HTTP/1.1\r\nHost: x\r\nX-Long: " + "x".repeat(3_000_000) + "\r\n\r\n"))
                .matches("(?s)HTTP/1.1 4.*|");
        assertThat(answer("POST /" + "x".repeat(100_000) + " HTTP/1.1\r\nHost: x\r\n\r\n"))
                .matches("(?s)HTTP/1.1 4.*|");
    }

    @Test
    void a_body_beyond_the_limit_is_refused() throws IOException {
        assertThat(answer("POST / HTTP/1.1\r\nHost: x\r\n" + SIGNED + TARGET + "Content-Length: 9000000000\r\n\r\n{}"))
                .matches("(?s)HTTP/1.1 413.*<Code>RequestEntityTooLarge</Code>.*");
    }

    @Test
    void clients_that_leave_before_the_end_leave_nothing_behind() throws IOException {
        for (int i = 0; i < 50; i++) {
            answer("POST / HTTP/1.1\r\nHost: x\r\n" + SIGNED + TARGET + "Content-Length: 500\r\n\r\n{\"half");
            answer("POST / HTTP/1.1\r\nHost: x\r\n" + SIGNED + TARGET + "Transfer-Encoding: chunked\r\n\r\n5\r\n{\"h");
            answer("POST / HTTP/1.1\r\nHost:");
            answer("");
        }

        await().untilAsserted(() ->
                assertThat(RunningThreads.servingRequests(directory)).isEmpty());
        assertThat(answer("POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + SIGNED + TARGET
                        + "Content-Length: 2\r\n\r\n{}"))
                .startsWith("HTTP/1.1 200");
    }

    /** Sends the text and closes this half of the connection; what comes back until the other half is closed. */
    private String answer(String sent) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", cloud.port())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            try {
                OutputStream out = socket.getOutputStream();
                out.write(sent.getBytes(StandardCharsets.ISO_8859_1));
                socket.shutdownOutput();
            } catch (SocketException e) {
                // refused before it was sent: an answer may be there
            }
            try {
                return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            } catch (SocketException e) {
                return "";
            }
        }
    }
}
