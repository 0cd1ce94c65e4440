package dev.edaworkshop.benchmarks.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The echo in a process of its own, as an emulator is, asked with the HTTP client that the SDK uses. */
final class Echo implements AutoCloseable {
    private static final byte[] BODY = "x".repeat(400).getBytes(StandardCharsets.UTF_8);

    private final Process process;
    private final URI uri;

    private Echo(Process process, URI uri) {
        this.process = process;
        this.uri = uri;
    }

    static Echo start() {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        try {
            Process process = new ProcessBuilder(
                            java.toString(), "-cp", System.getProperty("java.class.path"), EchoServer.class.getName())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            BufferedReader out = process.inputReader();
            return new Echo(process, URI.create("http://127.0.0.1:" + out.readLine() + "/"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Requests a second with so many threads. */
    double run(int threads, int requests) throws Exception {
        int each = requests / threads;
        return Work.perSecond((long) each * threads, Work.inParallel(threads, each, (thread, i) -> ask()));
    }

    private void ask() throws IOException {
        HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
        connection.setRequestMethod("POST");
        connection.setDoOutput(true);
        connection.setFixedLengthStreamingMode(BODY.length);
        try (OutputStream out = connection.getOutputStream()) {
            out.write(BODY);
        }
        try (InputStream in = connection.getInputStream()) {
            in.readAllBytes();
        }
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        process.destroy();
    }
}
