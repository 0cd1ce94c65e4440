package dev.edaworkshop.localcloud.lambda.bootstrap;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * The function's end of the Lambda Runtime API.
 *
 * <p>Over {@code HttpURLConnection}, because a function waits for its runtime to start: it is ready 0.2 to 0.5 seconds
 * before {@code java.net.http} is.
 */
final class RuntimeApiClient {
    private final String runtime;

    /** @param address host and port, perhaps followed by a path */
    RuntimeApiClient(String address) {
        runtime = "http://" + address + "/2018-06-01/runtime/";
    }

    /** Waits for the directory with the function's classes, for as long as it takes. */
    String code() throws IOException {
        HttpURLConnection connection = connection("init/code");
        expect(200, connection);
        try (InputStream body = connection.getInputStream()) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Waits for the next event, for as long as it takes. */
    Event next() throws IOException {
        HttpURLConnection connection = connection("invocation/next");
        expect(200, connection);
        try (InputStream body = connection.getInputStream()) {
            return new Event(connection, body.readAllBytes());
        }
    }

    void response(String requestId, byte[] result) throws IOException {
        HttpURLConnection connection = connection("invocation/" + requestId + "/response");
        // 413: the result is too large. The local cloud tells whoever invoked the function.
        post(connection, result, 202, 413);
    }

    void error(String requestId, ErrorReport report) throws IOException {
        HttpURLConnection connection = connection("invocation/" + requestId + "/error");
        connection.setRequestProperty("Lambda-Runtime-Function-Error-Type", "Runtime.UserException");
        post(connection, report.json(), 202);
    }

    void initError(ErrorReport report) throws IOException {
        HttpURLConnection connection = connection("init/error");
        connection.setRequestProperty("Lambda-Runtime-Function-Error-Type", "Runtime.BadFunctionCode");
        post(connection, report.json(), 202);
    }

    private HttpURLConnection connection(String call) throws IOException {
        return (HttpURLConnection) URI.create(runtime + call).toURL().openConnection(Proxy.NO_PROXY);
    }

    private static void post(HttpURLConnection connection, byte[] body, int... expected) throws IOException {
        connection.setDoOutput(true);
        connection.setRequestProperty("Content-Type", "application/json");
        try (OutputStream out = connection.getOutputStream()) {
            out.write(body);
        }
        expect(connection, expected);
        drain(connection);
    }

    private static void expect(int status, HttpURLConnection connection) throws IOException {
        expect(connection, status);
    }

    private static void expect(HttpURLConnection connection, int... expected) throws IOException {
        int status = connection.getResponseCode();
        for (int one : expected) {
            if (status == one) {
                return;
            }
        }
        throw new IOException("The Runtime API answered %d to %s".formatted(status, connection.getURL()));
    }

    /** A connection can be used again once its answer is read. */
    private static void drain(HttpURLConnection connection) throws IOException {
        InputStream answer =
                connection.getResponseCode() < 400 ? connection.getInputStream() : connection.getErrorStream();
        if (answer != null) {
            try (answer) {
                answer.readAllBytes();
            }
        }
    }

    /** An event with what the Runtime API says about it. */
    static final class Event {
        private final HttpURLConnection answer;
        private final byte[] body;

        Event(HttpURLConnection answer, byte[] body) {
            this.answer = answer;
            this.body = body;
        }

        byte[] body() {
            return body;
        }

        /** Empty if the header is not there. */
        String header(String name) {
            String value = answer.getHeaderField(name);
            return value == null ? "" : value;
        }
    }
}
