package dev.edaworkshop.testkit.synth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.edaworkshop.testkit.build.LabProject;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Synthesizes one lab, first cold and then warm, into {@link #output()}.
 *
 * <p>The app's process is a child of this one: it may loop, exit or run out of memory without harm. It is started
 * with {@link #start}, ahead of its first use, and started again when it is gone. One synthesis at a time.
 */
public final class Synthesizer implements AutoCloseable {
    /** Cold, on a busy machine. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    /** A warm synthesis takes a fraction of a second. */
    private static final Duration WARM_PATIENCE = Duration.ofSeconds(20);
    /** Nearly always enough to finish, which costs less than starting cold again. */
    private static final Duration CANCEL_PATIENCE = Duration.ofSeconds(2);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final LabProject lab;
    private final Path output;
    private final Duration coldPatience;
    private @Nullable Worker worker;
    private boolean warm;

    public Synthesizer(LabProject lab) {
        this(lab, PATIENCE);
    }

    /** @param coldPatience how long the first synthesis of a process may take */
    Synthesizer(LabProject lab, Duration coldPatience) {
        this.lab = lab;
        this.coldPatience = coldPatience;
        output = lab.directory().resolve("target").resolve("local-cdk.out");
    }

    /** Where the cloud assembly is written to. */
    public Path output() {
        return output;
    }

    /** Starts the child JVM, which takes a moment, so that a later {@link #synthesize} finds it ready. */
    public synchronized void start() {
        if (worker == null || !worker.process().isAlive()) {
            worker = launch();
        }
    }

    /**
     * Runs the lab's CDK app.
     *
     * @return the directory of the cloud assembly
     * @throws SynthException if it threw, exited, looped, or if CDK or cdk-nag found errors in the stack
     */
    public synchronized Path synthesize() {
        start();
        Worker running = worker;
        if (running == null) {
            throw new IllegalStateException("start() has launched a worker");
        }
        Answer answer = ask(running);
        if (answer.outcome() != SynthWorker.DONE) {
            throw new SynthException(explain(answer.text()));
        }
        refuseErrorsOfAspects();
        return output;
    }

    @Override
    public synchronized void close() {
        if (worker != null) {
            worker.process().descendants().forEach(ProcessHandle::destroyForcibly);
            worker.process().destroyForcibly();
            worker = null;
            warm = false;
        }
    }

    private record Worker(Process process, DataOutputStream requests, DataInputStream answers, Path errors) {}

    private record Answer(int outcome, String text) {}

    private Worker launch() {
        try {
            Files.createDirectories(output);
            Path errors = Files.createTempFile("lab-synth-", ".log");
            errors.toFile().deleteOnExit();
            ProcessBuilder builder = new ProcessBuilder(
                            javaCommand(),
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "-Xshare:auto",
                            "-cp",
                            classPath(),
                            SynthWorker.class.getName())
                    .directory(lab.directory().toFile())
                    .redirectError(errors.toFile());
            builder.environment().putAll(environment());
            Process process = builder.start();
            return new Worker(
                    process,
                    new DataOutputStream(process.getOutputStream()),
                    new DataInputStream(process.getInputStream()),
                    errors);
        } catch (IOException e) {
            throw new SynthException(
                    "The process that synthesizes %s cannot be started: %s"
                            .formatted(lab.directory().getFileName(), e.getMessage()),
                    e);
        }
    }

    private static String javaCommand() {
        return ProcessHandle.current()
                .info()
                .command()
                .orElse(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    }

    private String classPath() {
        return Stream.concat(Stream.of(ownLocation()), lab.classPath().stream())
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Path ownLocation() {
        try {
            return Path.of(SynthWorker.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("A class is loaded from a file", e);
        }
    }

    /** As the {@code cdk} command sets them; the rest keeps Node quiet about its age, which {@code ./lab doctor} reports. */
    private Map<String, String> environment() throws IOException {
        JsonNode context =
                JSON.readTree(lab.directory().resolve("cdk.json").toFile()).path("context");
        return Map.of(
                "CDK_OUTDIR",
                output.toString(),
                "CDK_CONTEXT_JSON",
                context(context),
                "CDK_DEFAULT_ACCOUNT",
                "",
                "CDK_DEFAULT_REGION",
                "",
                "JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION",
                NodeVersion.major(),
                "JSII_SILENCE_WARNING_UNTESTED_NODE_VERSION",
                NodeVersion.major());
    }

    /** Functions run from where they were built, so nothing has to be copied, and hashed, into the assembly. */
    private static String context(JsonNode ofLab) {
        ObjectNode context = ofLab.isObject() ? ofLab.deepCopy() : JSON.createObjectNode();
        return context.put("aws:cdk:disable-asset-staging", true).toString();
    }

    private Answer ask(Worker running) {
        Duration patience = warm ? WARM_PATIENCE : coldPatience;
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        Thread.ofVirtual().name("synth").start(() -> {
            try {
                running.requests().writeUTF(lab.classes().toString());
                running.requests().writeUTF(lab.appClass());
                running.requests().flush();
                int outcome = running.answers().readByte();
                byte[] text = new byte[running.answers().readInt()];
                running.answers().readFully(text);
                answer.complete(new Answer(outcome, new String(text, StandardCharsets.UTF_8)));
            } catch (IOException e) {
                answer.completeExceptionally(e);
            }
        });
        try {
            Answer given = answer.get(patience.toSeconds(), TimeUnit.SECONDS);
            warm = true;
            return given;
        } catch (TimeoutException e) {
            close();
            throw new SynthException(
                    "The CDK app %s has not finished after %d seconds and was ended. Is there a loop without an end in the stack?"
                            .formatted(lab.appClass(), patience.toSeconds()),
                    e);
        } catch (ExecutionException e) {
            throw ended(running, e.getCause());
        } catch (InterruptedException e) {
            cancel(answer);
            Thread.currentThread().interrupt();
            throw new SynthException("Interrupted while synthesizing", e);
        }
    }

    /** The answer must not stay in the pipe for the next one who asks. */
    private void cancel(CompletableFuture<Answer> answer) {
        try {
            answer.get(CANCEL_PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException | InterruptedException e) {
            close();
        }
    }

    private SynthException ended(Worker running, @Nullable Throwable cause) {
        close();
        String errors = read(running.errors());
        if (errors.contains("Cannot run program \"node\"")) {
            return new SynthException(NodeVersion.MISSING);
        }
        String message = cause instanceof EOFException
                ? "The CDK app %s ended its process instead of returning from main. Does it call System.exit?"
                        .formatted(lab.appClass())
                : "The process of the CDK app %s broke off: %s".formatted(lab.appClass(), cause);
        return new SynthException(errors.isBlank() ? message : message + "\nIt said:\n" + errors.strip());
    }

    /** The first line of the deepest cause and the lab's own lines of its trace; CDK's and jsii's lines help nobody. */
    private String explain(String trace) {
        if (trace.contains("Cannot run program \"node\"")) {
            return NodeVersion.MISSING;
        }
        List<String> lines = trace.lines().toList();
        List<String> own = new ArrayList<>();
        String problem = lines.isEmpty() ? "no reason given" : lines.getFirst();
        String appPackage = lab.appClass()
                .substring(0, lab.appClass().lastIndexOf('.', lab.appClass().lastIndexOf('.') - 1));
        for (String line : lines) {
            if (line.startsWith("Caused by: ")) {
                problem = line.substring("Caused by: ".length());
            } else if (line.startsWith("- ") && !problem.contains(line)) {
                problem += "\n  " + line; // CDK lists what it found wrong on lines of their own
            }
            if (line.strip().startsWith("at ") && line.contains(appPackage) && !own.contains(frame(line))) {
                own.add(frame(line));
            }
        }
        String name = problem.replaceFirst("^[\\w.$]+(Exception|Error): ", "");
        return "The stack of %s does not synthesize: %s%s"
                .formatted(
                        lab.directory().getFileName(),
                        name,
                        own.isEmpty() ? "" : "\n  " + String.join("\n  ", own.subList(0, Math.min(3, own.size()))));
    }

    /** Without the name of the class loader, which is ours. */
    private static String frame(String line) {
        return line.strip().replaceFirst("^at [^(]*//", "at ");
    }

    /** cdk-nag and CDK's own checks leave their findings in the assembly; the {@code cdk} command refuses to go on with errors. */
    private void refuseErrorsOfAspects() {
        List<String> errors = new ArrayList<>();
        try (Stream<Path> files = Files.list(output)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
                JsonNode json = JSON.readTree(file.toFile());
                if (file.getFileName().toString().equals("manifest.json")) {
                    json.path("artifacts").forEach(artifact -> collectErrors(artifact.path("metadata"), errors));
                } else if (file.getFileName().toString().endsWith(".metadata.json")) {
                    collectErrors(json, errors);
                }
            }
        } catch (IOException e) {
            throw new SynthException(
                    "The cloud assembly in %s cannot be read: %s".formatted(output, e.getMessage()), e);
        }
        if (!errors.isEmpty()) {
            throw new SynthException("The stack of %s has errors:\n  %s"
                    .formatted(lab.directory().getFileName(), String.join("\n  ", errors)));
        }
    }

    private static void collectErrors(JsonNode metadata, List<String> errors) {
        for (Map.Entry<String, JsonNode> path : metadata.properties()) {
            for (JsonNode entry : path.getValue()) {
                if (entry.path("type").asText().equals("aws:cdk:error")) {
                    errors.add(
                            path.getKey() + ": " + entry.path("data").asText().strip());
                }
            }
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "";
        }
    }
}
