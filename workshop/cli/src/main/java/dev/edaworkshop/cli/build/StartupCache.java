package dev.edaworkshop.cli.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * The JVM's ahead-of-time cache for the command: classes loaded and linked as they were in a training run, which halves
 * the time to the first line of output. Only a convenience: without it everything works, later.
 *
 * @see <a href="https://openjdk.org/jeps/514">JEP 514</a>
 */
record StartupCache(Path root) {
    private static final long MAX_SECONDS = 60;

    Path file() {
        return root.resolve("workshop/cli/target/cli.aot");
    }

    /** Runs the command's hidden training subcommand once and keeps what the JVM learned. */
    void create(Path log) throws IOException, InterruptedException {
        Files.deleteIfExists(file());
        Process training = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "@" + root.resolve("workshop/cli/java.options"),
                        "-XX:AOTCacheOutput=" + file(),
                        "-Dlab.root=" + root,
                        "-jar",
                        BuildState.commandJar(root).toString(),
                        "train")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        training.getOutputStream().close();
        if (!training.waitFor(MAX_SECONDS, TimeUnit.SECONDS)) {
            training.destroyForcibly().waitFor();
            Files.deleteIfExists(file());
        }
    }
}
