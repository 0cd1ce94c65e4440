package dev.edaworkshop.testkit.run;

import dev.edaworkshop.testkit.DeployedLab.Running;
import dev.edaworkshop.testkit.Red;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** A program of a lab in a process of its own; a thread reads what it prints. */
final class RunningProgram implements Running {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final String name;
    private final Process process;
    private final List<String> printed = new CopyOnWriteArrayList<>();
    private final Thread reader;

    private RunningProgram(String name, Process process) {
        this.name = name;
        this.process = process;
        reader = Thread.ofVirtual().name("output of " + name).start(this::read);
    }

    static RunningProgram start(String name, ProcessBuilder process) {
        try {
            return new RunningProgram(name, process.redirectErrorStream(true).start());
        } catch (IOException e) {
            throw new UncheckedIOException("The program %s cannot be started".formatted(name), e);
        }
    }

    private void read() {
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                printed.add(line);
            }
        } catch (IOException e) {
            printed.add("(its output ended: %s)".formatted(e.getMessage()));
        }
    }

    @Override
    public int waitFor(Duration limit) {
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw Red.because(
                        "program-does-not-end",
                        "the program %s ends within %d seconds".formatted(name, limit.toSeconds()),
                        "it is still running"
                                + (printed.isEmpty() ? "" : ". The last it printed: " + printed.getLast()));
            }
            reader.join(PATIENCE); // all that it printed
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for the program " + name, e);
        }
    }

    @Override
    public void stop() {
        process.destroy();
    }

    @Override
    public boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public List<String> printed() {
        return List.copyOf(printed);
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
