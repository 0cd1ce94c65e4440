package dev.edaworkshop.localcloud.lambda;

import dev.edaworkshop.localcloud.lambda.bootstrap.Bootstrap;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Reads what a function's process prints, line by line, and knows where the output of an invocation ends. */
final class ProcessOutput {
    private static final int MAX_LINE_BYTES = 256 * 1024;

    private final Consumer<String> lines;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final boolean marked;
    private boolean atMark;
    private String lastMark = "";
    private boolean closed;

    private ProcessOutput(boolean marked, Consumer<String> lines) {
        this.marked = marked;
        this.lines = lines;
    }

    /**
     * Starts to read; ends with the stream.
     *
     * @param marked whether the runtime marks the end of each invocation's output, as {@link Bootstrap} does
     */
    static ProcessOutput read(InputStream in, String name, boolean marked, Consumer<String> lines) {
        ProcessOutput output = new ProcessOutput(marked, lines);
        // Reading a pipe blocks the thread; a virtual one would block its carrier.
        Thread.ofPlatform().daemon().name("output of " + name).start(() -> output.readAll(in));
        return output;
    }

    /**
     * Waits until everything is read that was printed before the runtime reported the outcome, if it is marked.
     *
     * @param patience how long at most
     */
    void awaitMark(String requestId, Duration patience) {
        await(patience, () -> !marked || lastMark.equals(requestId));
    }

    /** Waits until the process closed its output. */
    void awaitEnd(Duration patience) {
        await(patience, () -> false);
    }

    private void await(Duration patience, BooleanSupplier reached) {
        lock.lock();
        try {
            long nanos = patience.toNanos();
            while (!closed && !reached.getAsBoolean() && nanos > 0) {
                nanos = changed.awaitNanos(nanos);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    private void readAll(InputStream in) {
        byte[] buffer = new byte[8192];
        try (in) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                for (int i = 0; i < n; i++) {
                    accept(buffer[i]);
                }
            }
        } catch (IOException e) {
            // The process was killed.
        }
        endLine();
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void accept(byte b) {
        switch (b) {
            case Bootstrap.END_OF_OUTPUT -> {
                endLine();
                atMark = true;
            }
            case '\r' -> {}
            case '\n' -> {
                if (line.size() == 0 && !atMark) {
                    lines.accept("");
                }
                endLine();
            }
            default -> {
                line.write(b);
                if (line.size() >= MAX_LINE_BYTES) {
                    endLine();
                }
            }
        }
    }

    private void endLine() {
        if (atMark) {
            mark(line.toString(StandardCharsets.US_ASCII));
        } else if (line.size() > 0) {
            lines.accept(line.toString(StandardCharsets.UTF_8));
        }
        line.reset();
    }

    private void mark(String requestId) {
        atMark = false;
        lock.lock();
        try {
            lastMark = requestId;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
