package dev.edaworkshop.localcloud.lambda;

import dev.edaworkshop.localcloud.wire.HttpRequest;
import dev.edaworkshop.localcloud.wire.HttpResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** What all accounts of a local cloud share to run functions on this machine. */
public final class LambdaHost implements AutoCloseable {
    /** When functions are started, there is more urgent work at first. */
    private static final Duration ARCHIVE_DELAY = Duration.ofSeconds(3);

    private final LambdaSettings settings;
    private final RuntimeClient client;
    private final RuntimeApi runtimeApi = new RuntimeApi();
    private final ContentStore store;
    private final CodeCopies codeCopies;
    private final AotCache aotCache;
    private final ProcessStarter starter = new ProcessStarter(this);
    private final SpareProcesses spares;
    private List<Path> runtimeJars = List.of();

    public LambdaHost(LambdaSettings settings) {
        this(settings, new BootstrapClient());
    }

    LambdaHost(LambdaSettings settings, RuntimeClient client) {
        this.settings = settings;
        this.client = client;
        store = new ContentStore(settings.cacheDirectory().resolve("files"));
        aotCache = new AotCache(settings.javaHome(), settings.cacheDirectory().resolve("aot"), ARCHIVE_DELAY);
        codeCopies = new CodeCopies(settings.cacheDirectory().resolve("code"));
        spares = new SpareProcesses(starter, runtimeApi, settings.spareProcesses());
    }

    /** Whether the request comes from a function's process. */
    public boolean isForRuntime(HttpRequest request) {
        return request.path().startsWith(RuntimeApi.PREFIX);
    }

    /** Answers a function's process; waits for the next event if it asks for that. */
    public HttpResponse handle(HttpRequest request) {
        return runtimeApi.handle(request);
    }

    /** Ends what goes on in the background; the functions belong to their accounts. */
    @Override
    public void close() {
        spares.close();
        aotCache.close();
        codeCopies.close();
    }

    ProcessSettings processes() {
        return settings.processes();
    }

    RuntimeApi runtimeApi() {
        return runtimeApi;
    }

    RuntimeClient client() {
        return client;
    }

    ContentStore store() {
        return store;
    }

    CodeCopies codeCopies() {
        return codeCopies;
    }

    ProcessStarter starter() {
        return starter;
    }

    SpareProcesses spares() {
        return spares;
    }

    AotCache aotCache() {
        return aotCache;
    }

    /** Where code that comes as a zip is unpacked. */
    Path zipDirectory() {
        return settings.cacheDirectory().resolve("zips");
    }

    /** What precedes a function's own libraries on its class path. */
    synchronized List<Path> runtimeJars() {
        if (runtimeJars.isEmpty()) {
            try {
                runtimeJars = client.jars(store);
            } catch (IOException e) {
                throw new UncheckedIOException("The local cloud's own files cannot be copied", e);
            }
        }
        return runtimeJars;
    }

    /** @throws IOException if there is no such program */
    Path java() throws IOException {
        Path java = java(settings.javaHome());
        if (!Files.isExecutable(java)) {
            throw new IOException("%s is no program; functions need a JDK 25 or newer".formatted(java));
        }
        return java;
    }

    static Path java(Path javaHome) {
        boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
        return javaHome.resolve("bin").resolve(windows ? "java.exe" : "java");
    }
}
