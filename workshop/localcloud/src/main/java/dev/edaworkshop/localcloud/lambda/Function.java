package dev.edaworkshop.localcloud.lambda;

import dev.edaworkshop.localcloud.AccountContext;
import dev.edaworkshop.localcloud.clock.Busy;
import dev.edaworkshop.localcloud.iam.Principal;
import dev.edaworkshop.localcloud.journal.Hop;
import dev.edaworkshop.localcloud.journal.Journal;
import dev.edaworkshop.localcloud.logs.LogGroup;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A function: its configuration, and the processes that run it.
 *
 * <p>Its own monitor guards what an update changes.
 */
public final class Function {
    /** The only version there is. */
    static final String LATEST = "$LATEST";

    private final AccountContext account;
    private final Launcher launcher;
    private final String arn;
    private final Permissions permissions;
    private final AsyncQueue asyncQueue;
    private final List<EnvironmentPool> pools = new ArrayList<>();
    private final AtomicReference<Ending.@Nullable NotStarted> fault = new AtomicReference<>();
    private Instant lastModified;
    private boolean closed;

    Function(FunctionConfiguration configuration, Launcher launcher, AccountContext account) {
        this.account = account;
        this.launcher = launcher;
        arn = account.arn("lambda", "function:" + configuration.name());
        permissions = new Permissions(arn, account);
        asyncQueue = new AsyncQueue(this, account);
        lastModified = account.clock().instant();
        pools.add(newPool(configuration));
    }

    public String name() {
        return configuration().name();
    }

    public String arn() {
        return arn;
    }

    public FunctionConfiguration configuration() {
        return pool().configuration();
    }

    /** The role at work, as whom the function calls other services. */
    public Principal.AssumedRole principal() {
        return new Principal.AssumedRole(
                account.accountId(), Roles.name(configuration().roleArn()), name());
    }

    /** Who may invoke it besides the account's own roles. */
    public Permissions permissions() {
        return permissions;
    }

    public LogGroup log() {
        return account.logs().group(configuration().logGroup());
    }

    /** What waits for its turn, or for its next attempt. */
    public AsyncQueue asyncQueue() {
        return asyncQueue;
    }

    Code code() {
        return pool().code();
    }

    synchronized Instant lastModified() {
        return lastModified;
    }

    /** Invokes the function as the account's administrator does, and waits for the result. */
    public InvocationResult invoke(String json) {
        String requestId = UUID.randomUUID().toString();
        String administrator = new Principal.Administrator(account.accountId()).arn();
        return invoke(
                new Invocation(
                        requestId, json, List.of(new CarriedEvent(requestId, requestId, administrator, 1, json))),
                Judgement.ALL_OR_NOTHING);
    }

    /** Invokes the function, waits for the result and writes down what became of each event. */
    InvocationResult invoke(Invocation invocation, Judgement judgement) {
        try (Busy busy = account.clock().busy("function " + name())) {
            invocation.events().forEach(event -> hop(Hop.Kind.INVOKED, event)
                    .from(event.from())
                    .to(arn)
                    .carrying(event.payload())
                    .record());
            InvocationResult result = run(invocation);
            Judgement.Verdict verdict = judgement.judge(result);
            invocation.events().forEach(event -> verdict.failure(event)
                    .ifPresentOrElse(
                            reason -> hop(Hop.Kind.THREW, event)
                                    .from(arn)
                                    .because(reason)
                                    .carrying(result.payload())
                                    .record(),
                            () -> hop(Hop.Kind.RETURNED, event)
                                    .from(arn)
                                    .carrying(result.payload())
                                    .record()));
            return result;
        }
    }

    /**
     * Makes every invocation fail from now on, without reaching the process; a later fault replaces an earlier one.
     *
     * @param errorType a Java class, such as {@code java.net.ConnectException}
     */
    public Fault fault(String errorType, String errorMessage) {
        Ending.NotStarted on = new Ending.NotStarted(errorType, errorMessage);
        fault.set(on);
        return () -> fault.compareAndSet(on, null);
    }

    /** Starts a process ahead of the first invocation; returns at once. */
    public void prewarm() {
        EnvironmentPool pool = pool();
        Thread.ofVirtual().name("prewarm " + name()).start(pool::prewarm);
    }

    /** Changes the configuration or, with the same one, looks for changed code; if there is neither, nothing happens. */
    synchronized void update(FunctionConfiguration changed) {
        EnvironmentPool before = pool();
        EnvironmentPool after = newPool(changed);
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

    private InvocationResult run(Invocation invocation) {
        Ending.NotStarted on = fault.get();
        if (on != null) {
            return fail(invocation.requestId(), on);
        }
        while (!isClosed()) {
            Optional<InvocationResult> result = pool().invoke(invocation);
            if (result.isPresent()) {
                return result.get();
            }
        }
        return new Ending.NotStarted("Runtime.Closed", "Function %s has been removed".formatted(name()))
                .result(invocation.requestId(), "");
    }

    private InvocationResult fail(String requestId, Ending.NotStarted ending) {
        InvocationLog faults =
                new InvocationLog(log().stream("faults"), configuration().memoryMegabytes());
        faults.start(requestId);
        faults.print("%s: %s (a fault that is switched on)".formatted(ending.errorMessage(), ending.errorType()));
        return ending.result(requestId, faults.end(requestId, ending, Optional.empty()));
    }

    private Journal.Entry hop(Hop.Kind kind, CarriedEvent event) {
        return account.journal().hop(kind).event(event.eventId()).attempt(event.attempt());
    }

    private EnvironmentPool newPool(FunctionConfiguration configuration) {
        return new EnvironmentPool(arn, configuration, launcher.read(configuration.code()), launcher, account);
    }

    private synchronized EnvironmentPool pool() {
        return pools.getLast();
    }

    private synchronized boolean isClosed() {
        return closed;
    }
}
