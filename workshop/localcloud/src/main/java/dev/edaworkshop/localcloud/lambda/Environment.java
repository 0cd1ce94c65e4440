package dev.edaworkshop.localcloud.lambda;

import dev.edaworkshop.localcloud.logs.LogStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * An execution environment: one process, which handles one event at a time.
 *
 * <p>Whoever takes the assignment out of {@link #current} ends it; that decides between a response, a time-out and the
 * end of the process when they come at the same moment.
 */
final class Environment {
    /** How long the log is waited for when an invocation ends; it is there at once unless the machine is very busy. */
    private static final Duration LOG_PATIENCE = Duration.ofSeconds(2);

    private static final Duration STOP_PATIENCE = Duration.ofSeconds(1);

    private final String id;
    private final EnvironmentPool pool;
    private final InvocationLog log;
    private final long launchedNanos = System.nanoTime();
    private final AtomicReference<@Nullable Assignment> current = new AtomicReference<>();
    private final CountDownLatch gone = new CountDownLatch(1);
    private volatile boolean served;
    private volatile boolean initTimedOut;
    private volatile Optional<String> initError = Optional.empty();
    private volatile Optional<Running> running = Optional.empty();

    Environment(String id, EnvironmentPool pool, LogStream stream) {
        this.id = id;
        this.pool = pool;
        log = new InvocationLog(stream, pool.configuration());
    }

    String id() {
        return id;
    }

    String functionArn() {
        return pool.functionArn();
    }

    /** Where the process loads the function's classes from. */
    Path classes() {
        return pool.code().classes();
    }

    /** How long the process has been this environment. */
    Duration age() {
        return Duration.ofNanos(System.nanoTime() - launchedNanos);
    }

    /**
     * Takes charge of the process.
     *
     * @param marksOutput whether the runtime marks the end of each invocation's output
     * @param records whether the process has something to write when it ends
     * @param whenEnded runs once it has ended
     */
    void attach(Process process, boolean marksOutput, boolean records, Runnable whenEnded) {
        log.initStarted(pool.configuration().runtime());
        ProcessOutput output = ProcessOutput.read(
                process.getInputStream(), pool.configuration().name(), marksOutput, log::print);
        running = Optional.of(new Running(process, output, records));
        // Not by Process.onExit, which needs the common pool, where others may be waiting for this very end.
        Thread.ofVirtual().name("end of " + pool.configuration().name()).start(() -> {
            awaitExit(process);
            whenEnded.run();
            exited(process, output);
        });
    }

    /** Waits for work; empty if there will be none. */
    Optional<Assignment> next() {
        Optional<Assignment> next = pool.next(this);
        next.ifPresentOrElse(this::begin, this::stop);
        return next;
    }

    /** The process asks for work for the first time. */
    void initialized() {
        log.initialized(age());
    }

    /** From now on it is this environment that ends the assignment. */
    void assign(Assignment assignment) {
        current.set(assignment);
    }

    Instant deadline() {
        return pool.realTime().plus(pool.configuration().timeout());
    }

    /** Ends the invocation unless it has been ended already, or never was this environment's. */
    boolean end(String requestId, Ending ending) {
        Assignment assignment = current.get();
        if (assignment == null
                || !assignment.invocation().requestId().equals(requestId)
                || !current.compareAndSet(assignment, null)) {
            return false;
        }
        running.ifPresent(process -> process.output.awaitMark(requestId, LOG_PATIENCE));
        served = true;
        complete(assignment, ending);
        return true;
    }

    /** Kills the process and ends the invocation, unless it has ended in time after all. */
    void timeOut(Assignment assignment) {
        if (current.compareAndSet(assignment, null)) {
            kill();
            running.ifPresent(process -> process.output.awaitEnd(LOG_PATIENCE));
            complete(assignment, new Ending.TimedOut(pool.configuration().timeout()));
        }
    }

    /** The runtime could not load the function; it exits after it has said so. */
    void initError(String json) {
        initError = Optional.of(json);
    }

    /** The process did not become ready in time. */
    void timeOutInit() {
        initTimedOut = true;
        kill();
    }

    /** Whether an invocation has ended here with a result of the function. */
    boolean hasServed() {
        return served;
    }

    /** Ends the process; one that records gets a moment to write it down. */
    void stop() {
        if (running.filter(Running::records).isEmpty()) {
            kill();
            return;
        }
        Process process = running.get().handle;
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            // It has ended already.
        }
        Thread.ofVirtual().start(() -> {
            awaitGone(STOP_PATIENCE);
            kill();
        });
    }

    /** Ends the process, and what it has started. Its invocation fails. */
    void kill() {
        running.ifPresent(process -> {
            process.handle.descendants().forEach(ProcessHandle::destroyForcibly);
            process.handle.destroyForcibly();
        });
    }

    /** Waits until the process has ended and everybody who must know does. */
    void awaitGone(Duration patience) {
        try {
            gone.await(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void awaitExit(Process process) {
        while (process.isAlive()) {
            try {
                process.waitFor();
            } catch (InterruptedException e) {
                // Nobody else notices the end of the process.
            }
        }
    }

    private void begin(Assignment assignment) {
        log.start(assignment.invocation().requestId());
        assignment.takenBy(this);
    }

    private void exited(Process process, ProcessOutput output) {
        output.awaitEnd(LOG_PATIENCE);
        Ending ending = initError
                .<Ending>map(Ending.Error::new)
                .orElseGet(() -> initTimedOut
                        ? new Ending.TimedOut(pool.configuration().timeout())
                        : new Ending.Exited(process.exitValue()));
        pool.exited(this).ifPresent(waiting -> {
            begin(waiting);
            complete(waiting, ending);
        });
        Assignment assignment = current.getAndSet(null);
        if (assignment != null) {
            complete(assignment, ending);
        }
        gone.countDown();
    }

    private void complete(Assignment assignment, Ending ending) {
        String requestId = assignment.invocation().requestId();
        String tail = log.end(requestId, ending, running.map(process -> process.handle.toHandle()));
        assignment.complete(ending.result(requestId, tail));
    }

    private record Running(Process handle, ProcessOutput output, boolean records) {}
}
