package dev.edaworkshop.localcloud.lambda;

import dev.edaworkshop.localcloud.AccountContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One version of a function with the processes that run it: {@code $LATEST}, which changes, or a published one, which
 * does not.
 *
 * <p>Its own monitor guards what an update changes.
 */
public final class FunctionVersion {
    private final String functionArn;
    private final Launcher launcher;
    private final AccountContext account;
    private final List<EnvironmentPool> pools = new ArrayList<>();
    private Instant lastModified;
    private boolean closed;

    /** @param functionArn without the version */
    FunctionVersion(
            String functionArn,
            FunctionConfiguration configuration,
            Code code,
            Launcher launcher,
            AccountContext account) {
        this.functionArn = functionArn;
        this.launcher = launcher;
        this.account = account;
        lastModified = account.clock().instant();
        pools.add(newPool(configuration, code));
    }

    /** {@code $LATEST} or a number. */
    public String version() {
        return configuration().version();
    }

    FunctionConfiguration configuration() {
        return pool().configuration();
    }

    Code code() {
        return pool().code();
    }

    synchronized Instant lastModified() {
        return lastModified;
    }

    /** Invokes it and waits for the result. */
    InvocationResult run(Invocation invocation) {
        while (!isClosed()) {
            Optional<InvocationResult> result = pool().invoke(invocation);
            if (result.isPresent()) {
                return result.get();
            }
        }
        String gone = "Function %s has been removed".formatted(configuration().name());
        return new Ending.NotStarted("Runtime.Closed", gone).result(invocation.requestId(), "");
    }

    /** Its execution environments; who is at work is known to the function. */
    Activity environments() {
        return pool().activity();
    }

    /** Starts a process ahead of the first invocation; returns at once. */
    void prewarm() {
        EnvironmentPool pool = pool();
        Thread.ofVirtual().name("prewarm " + configuration().name()).start(pool::prewarm);
    }

    /** Changes configuration and code; if both are as they were, nothing happens. */
    synchronized void update(FunctionConfiguration changed) {
        EnvironmentPool before = pool();
        EnvironmentPool after = newPool(changed, launcher.read(changed));
        if (after.configuration().equals(before.configuration())
                && after.code().sha256().equals(before.code().sha256())) {
            return;
        }
        pools.add(after);
        lastModified = account.clock().instant();
        before.retire();
    }

    /** Ends all processes and waits until they are gone. */
    void close() {
        List<EnvironmentPool> all;
        synchronized (this) {
            closed = true;
            all = List.copyOf(pools);
        }
        all.forEach(EnvironmentPool::close);
    }

    private EnvironmentPool newPool(FunctionConfiguration configuration, Code code) {
        return new EnvironmentPool(functionArn, configuration, code, launcher, account);
    }

    private synchronized EnvironmentPool pool() {
        return pools.getLast();
    }

    private synchronized boolean isClosed() {
        return closed;
    }
}
