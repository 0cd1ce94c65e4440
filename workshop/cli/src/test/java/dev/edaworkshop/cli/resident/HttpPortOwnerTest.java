package dev.edaworkshop.cli.resident;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class HttpPortOwnerTest {
    private final PortOwner owner = new HttpPortOwner();

    @Test
    void a_free_port_is_nobodys() throws Exception {
        int port;
        try (var socket = listen()) {
            port = socket.getLocalPort();
        }

        assertThat(owner.of(port)).isEqualTo(new PortOwner.Owner.Nobody());
    }

    @Test
    void our_own_local_cloud_says_who_it_is() throws Exception {
        Path project = Path.of("my workshop").toAbsolutePath();
        HttpServer server = answering(HttpPortOwner.PATH, HttpPortOwner.introduction(project));
        try {
            assertThat(owner.of(server.getAddress().getPort()))
                    .isEqualTo(
                            new PortOwner.Owner.Workshop(ProcessHandle.current().pid(), project.toString()));
        } finally {
            server.stop(0);
        }
    }

    @Test
    void localstack_is_known_by_its_health_page() throws Exception {
        HttpServer server = answering("/_localstack/health", "{}");
        try {
            int port = server.getAddress().getPort();

            assertThat(new PortTakenException(port, owner.of(port)))
                    .hasMessageContaining("Port " + port + " on 127.0.0.1 is taken")
                    .hasMessageContaining("LocalStack")
                    .hasMessageContaining("--port 0");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void another_http_server_is_just_that() throws Exception {
        HttpServer server = answering("/index.html", "hello");
        try {
            assertThat(owner.of(server.getAddress().getPort()))
                    .isEqualTo(new PortOwner.Owner.Other("another HTTP server"));
        } finally {
            server.stop(0);
        }
    }

    @Test
    void a_program_that_closes_the_connection_does_not_speak_http() throws Exception {
        try (var socket = listen()) {
            Thread.ofVirtual().start(() -> hangUp(socket));

            assertThat(owner.of(socket.getLocalPort()))
                    .isEqualTo(new PortOwner.Owner.Other("a program that does not speak HTTP"));
        }
    }

    private static void hangUp(ServerSocket socket) {
        try {
            while (true) {
                socket.accept().close();
            }
        } catch (IOException e) {
            return; // the test is over
        }
    }

    private static HttpServer answering(String path, String body) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(path, exchange -> {
            byte[] bytes = body.getBytes(UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static ServerSocket listen() throws IOException {
        return new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    }
}
