package dev.edaworkshop.cli.build;

import dev.edaworkshop.cli.console.Console;
import dev.edaworkshop.cli.console.LabException;
import dev.edaworkshop.cli.console.Style.Mark;
import dev.edaworkshop.cli.console.Terminal;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Builds the workshop, so that {@code ./lab} can run. The launch scripts start this class from its source file: at that
 * moment there is a JDK and nothing else.
 */
public final class Build {
    private static final int NO_ENVIRONMENT = 2;

    private final Path root;
    private final Map<String, String> environment;
    private final Console console;

    Build(Path root, Map<String, String> environment, Console console) {
        this.root = root;
        this.environment = environment;
        this.console = console;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        // Everything is said on standard error: standard output belongs to the command that runs afterwards.
        var console = new Console(Terminal.writer(System.err), Terminal.plain());
        try {
            new Build(Path.of(arguments[0]).toAbsolutePath().normalize(), System.getenv(), console).run();
        } catch (LabException e) {
            console.failure(e);
            System.exit(NO_ENVIRONMENT);
        }
    }

    /** @throws LabException if the command cannot be built; the message says why */
    void run() throws IOException, InterruptedException {
        Path state = Files.createDirectories(root.resolve(".lab"));
        try (var lock =
                FileChannel.open(state.resolve("build.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            if (lock.tryLock() == null) {
                console.line("Another ./lab is building the workshop just now; waiting for it.");
                lock.lock();
            }
            if (!(BuildState.of(root) instanceof BuildState.UpToDate)) {
                build(state.resolve("build.log"));
            }
        }
    }

    private void build(Path log) throws IOException, InterruptedException {
        var maven = Maven.require(environment, isWindows());
        console.line(
                BuildState.of(root) instanceof BuildState.NotBuilt
                        ? "Building the workshop. The first time takes about three minutes: Maven fetches the libraries."
                        : "The workshop's own sources changed since it was built; building again, about half a minute.");
        Optional<FileTime> before = BuildState.lastBuilt(root);
        List<String> output = new ArrayList<>();
        int exit = runMaven(maven, log, output);

        // An attendee's lab may well be half-written: that must not keep ./lab from running, which is what explains it.
        boolean commandBuilt = !BuildState.lastBuilt(root).equals(before);
        if (!commandBuilt) {
            throw MavenFailure.explain(output, root, log);
        }
        if (exit != 0) {
            LabException reason = MavenFailure.explain(output, root, log);
            console.marked(Mark.WARNING, "The command is built, the rest is not: " + reason.where());
        }
        BuildState.touch(root);
        new StartupCache(root).create(log);
    }

    private int runMaven(Maven maven, Path log, List<String> output) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(
                        maven.executable().toString(),
                        "-B",
                        "-Dstyle.color=never",
                        "--fail-at-end",
                        "--projects=-benchmarks", // nothing that ./lab needs
                        "-Dmaven.test.skip=true",
                        "-P!workshop-static-analysis", // a pull request's matter, and most of the compiler's time
                        "package")
                .directory(root.toFile())
                .redirectErrorStream(true);
        // The JDK that runs this is one that can compile the workshop, whatever JAVA_HOME says.
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        process.getOutputStream().close();
        var progress = new MavenProgress(console::line);
        try (BufferedReader lines = process.inputReader();
                var copy = Files.newBufferedWriter(log)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                output.add(line);
                progress.read(line);
                copy.write(line);
                copy.newLine();
            }
        }
        return process.waitFor();
    }

    private static boolean isWindows() {
        return System.getProperty("os.name", "").startsWith("Windows");
    }
}
