package dev.edaworkshop.testkit.own;

import dev.edaworkshop.testkit.OwnTests;
import dev.edaworkshop.testkit.Red;
import dev.edaworkshop.testkit.build.LabProject;
import dev.edaworkshop.testkit.build.OwnTestsCompiler;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Compiles tests and code in this process, and runs them in another one: what they do there harms nobody. */
public final class OwnTestsProcess implements OwnTests, AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(40);

    private final LabProject lab;
    private final Path solution;
    /** By the packages under test. */
    private final Map<List<String>, OwnTestsCompiler> compilers = new HashMap<>();

    /**
     * @param lab whose tests they are
     * @param solution the folder of the lab's solution, whose code they run on
     */
    public OwnTestsProcess(LabProject lab, Path solution) {
        this.lab = lab;
        this.solution = solution;
    }

    @Override
    public List<Report> run(List<String> packages, List<Variant> variants) {
        OwnTestsCompiler compiled = compiled(packages);
        List<String> codes = new ArrayList<>();
        for (Variant variant : variants) {
            codes.add(compiled.code(variant.patches()).stream()
                    .map(Path::toString)
                    .collect(Collectors.joining(File.pathSeparator)));
        }
        return execute(compiled.tests(), SuiteWorker.WITHOUT_NETWORK, codes, Map.of());
    }

    @Override
    public Report runEndToEnd(List<String> packages, Map<String, String> environment) {
        OwnTestsCompiler compiled = compiled(packages);
        String code = compiled.code(List.of()).getFirst().toString();
        return execute(compiled.tests(), SuiteWorker.END_TO_END, List.of(code), environment)
                .getFirst();
    }

    /** Code and tests, compiled once for all runs of a check. */
    private synchronized OwnTestsCompiler compiled(List<String> packages) {
        OwnTestsCompiler compiled = compilers.get(packages);
        if (compiled == null) {
            compiled = new OwnTestsCompiler(lab, solution, packages);
            compilers.put(packages, compiled);
        }
        return compiled;
    }

    @Override
    public synchronized void close() {
        compilers.values().forEach(OwnTestsCompiler::close);
        compilers.clear();
    }

    private List<Report> execute(Path tests, String mode, List<String> codes, Map<String, String> environment) {
        try {
            Path report = Files.createTempFile("own-tests-", ".json");
            Path output = Files.createTempFile("own-tests-", ".log");
            try {
                List<String> command = new ArrayList<>(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xshare:auto",
                        "-cp",
                        classPath()));
                if (mode.equals(SuiteWorker.WITHOUT_NETWORK)) {
                    command.add("-Djava.nio.channels.spi.SelectorProvider=" + NoChannels.class.getName());
                }
                command.addAll(List.of(SuiteWorker.class.getName(), report.toString(), tests.toString(), mode));
                command.addAll(codes);
                ProcessBuilder builder = new ProcessBuilder(command)
                        .directory(lab.directory().toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile());
                builder.environment().putAll(environment);
                waitFor(builder.start());
                return read(report, output);
            } finally {
                Files.deleteIfExists(report);
                Files.deleteIfExists(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The tests of %s cannot be run".formatted(lab.name()), e);
        }
    }

    private static void waitFor(Process process) {
        try {
            if (!process.waitFor(LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw Red.because(
                        "program-does-not-end",
                        "your tests end within %d seconds".formatted(LIMIT.toSeconds()),
                        "they are still running. Is there a loop without an end, or something they wait for?");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while tests were running", e);
        } finally {
            process.destroyForcibly();
        }
    }

    private static List<Report> read(Path report, Path output) throws IOException {
        Optional<List<Report>> reports = ReportJson.read(report);
        if (reports.isEmpty()) {
            throw Red.because(
                    "tests-ended-their-process",
                    "your tests run to their end",
                    "their process ended before: "
                            + Files.readString(output, StandardCharsets.UTF_8).strip());
        }
        return reports.get();
    }

    /** The libraries of the lab come after ours, which are JUnit and the like. */
    private String classPath() {
        return System.getProperty("java.class.path")
                + File.pathSeparator
                + lab.classPath().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
}
