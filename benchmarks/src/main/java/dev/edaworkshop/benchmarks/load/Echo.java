package dev.edaworkshop.benchmarks.load;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.apache.ApacheHttpClient;

/** The echo in a process of its own, as an emulator is, asked with the HTTP client that the SDK uses. */
final class Echo implements AutoCloseable {
    private static final byte[] BODY = "x".repeat(400).getBytes(StandardCharsets.UTF_8);

    private final Process process;
    private final SdkHttpFullRequest request;
    private final SdkHttpClient client =
            ApacheHttpClient.builder().maxConnections(64).build();

    private Echo(Process process, URI uri) {
        this.process = process;
        this.request = SdkHttpFullRequest.builder()
                .method(SdkHttpMethod.POST)
                .uri(uri)
                .putHeader("Content-Length", String.valueOf(BODY.length))
                .contentStreamProvider(() -> new ByteArrayInputStream(BODY))
                .build();
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
        HttpExecuteRequest call = HttpExecuteRequest.builder()
                .request(request)
                .contentStreamProvider(request.contentStreamProvider().orElseThrow())
                .build();
        try (InputStream in = client.prepareRequest(call).call().responseBody().orElseThrow()) {
            in.readAllBytes();
        }
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        process.destroy();
        client.close();
    }
}
