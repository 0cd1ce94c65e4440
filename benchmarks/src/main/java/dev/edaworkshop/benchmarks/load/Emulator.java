package dev.edaworkshop.benchmarks.load;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** An emulator that this program started, and ends. */
record Emulator(Process process, URI endpoint, Duration firstAnswer) implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int PAUSE_MILLIS = 2;

    /** @param command in which {@code {port}} stands for the port it is to listen on */
    static Emulator start(List<String> command) {
        try {
            int port = freePort();
            List<String> filledIn = command.stream()
                    .map(word -> word.replace("{port}", String.valueOf(port)))
                    .toList();
            long begin = System.nanoTime();
            Process process = new ProcessBuilder(filledIn)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            URI endpoint = URI.create("http://127.0.0.1:" + port);
            while (!answers(endpoint)) {
                boolean ended = process.waitFor(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
                if (ended || System.nanoTime() - begin > PATIENCE.toNanos()) {
                    process.destroyForcibly();
                    throw new IllegalStateException(
                            "'%s' does not answer on port %d".formatted(String.join(" ", filledIn), port));
                }
            }
            return new Emulator(process, endpoint, Duration.ofNanos(System.nanoTime() - begin));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Asks who the caller is. */
    private static boolean answers(URI endpoint) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) endpoint.resolve("/").toURL().openConnection();
            connection.setRequestMethod("POST");
            connection.setDoOutput(true);
            connection.setRequestProperty(
                    "Authorization",
                    "AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/sts/aws4_request, SignedHeaders=host, Signature=0");
            connection.setRequestProperty("Content-Type", "application/x-www-form-urlencoded");
            try (OutputStream out = connection.getOutputStream()) {
                out.write("Action=GetCallerIdentity&Version=2011-06-15".getBytes(StandardCharsets.UTF_8));
            }
            return connection.getResponseCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** Resident memory of the process and those it started, in MiB; empty where the system does not tell. */
    Optional<Double> memoryMebibytes() {
        Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
        if (!Files.isReadable(status)) {
            return Optional.empty();
        }
        double own = residentMebibytes(status);
        double others = process.descendants()
                .mapToDouble(child -> residentMebibytes(Path.of("/proc", String.valueOf(child.pid()), "status")))
                .sum();
        return Optional.of(own + others);
    }

    private static double residentMebibytes(Path status) {
        try {
            return Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
