package dev.edaworkshop.localcloud.lambda;

import dev.edaworkshop.localcloud.AccountContext;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * The execution environments of one function with one configuration and code; a change of either makes a new pool.
 *
 * <p>Invocations queue up; whichever environment is free takes the next. One lock guards queue and environments.
 */
final class EnvironmentPool {
    /** Enough for what a workshop does at once; further invocations wait. */
    private static final int MAX_ENVIRONMENTS = 10;
    /**
     * A warm environment is often free again before a further one has started, so it gets a moment: on a busy machine
     * every process that starts makes the others slower.
     */
    private static final Duration MOMENT = Duration.ofSeconds(1);
    /** What Lambda gives the initialization of a function; here the first invocation's time-out comes on top. */
    private static final Duration INIT_LIMIT = Duration.ofSeconds(10);

    private static final Duration END_PATIENCE = Duration.ofSeconds(5);

    private final String functionArn;
    private final FunctionConfiguration configuration;
    private final Code code;
    private final Launcher launcher;
    private final AccountContext account;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Assignment> pending = new ArrayDeque<>();
    private final Set<Environment> starting = new HashSet<>();
    private final Set<Environment> ready = new HashSet<>();
    private int launching;
    private boolean retired;

    EnvironmentPool(
            String functionArn,
            FunctionConfiguration configuration,
            Code code,
            Launcher launcher,
            AccountContext account) {
        this.functionArn = functionArn;
        this.configuration = configuration;
        this.code = code;
        this.launcher = launcher;
        this.account = account;
    }

    String functionArn() {
        return functionArn;
    }

    FunctionConfiguration configuration() {
        return configuration;
    }

    Code code() {
        return code;
    }

    /** Functions live in real time, wherever the account's clock has been moved. */
    Instant realTime() {
        return account.clock().instant().minus(account.clock().ahead());
    }

    /** Invokes the function and waits for the result; empty if this pool is retired. */
    Optional<InvocationResult> invoke(Invocation invocation) {
        Assignment assignment = new Assignment(invocation);
        if (!enqueue(assignment)) {
            return Optional.empty();
        }
        startIfNone();
        awaitTaken(assignment);
        assignment.environment().ifPresent(environment -> {
            if (!assignment.awaitResult(configuration.timeout())) {
                environment.timeOut(assignment);
            }
        });
        return assignment.result();
    }

    /** Starts an environment ahead, if there is none and the function is likely to be invoked. */
    void prewarm() {
        if (launcher.isWorthPrewarming(configuration, code)) {
            startIfNone();
        }
    }

    private void awaitTaken(Assignment assignment) {
        boolean waits = !isAnyReady();
        if (waits) {
            launcher.startWait().begin();
        }
        try {
            while (!assignment.awaitTaken(MOMENT)) {
                killStuck();
                if (reserve()) {
                    launch();
                }
            }
        } finally {
            if (waits) {
                launcher.startWait().end();
            }
        }
    }

    private boolean isAnyReady() {
        lock.lock();
        try {
            return !ready.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    private void startIfNone() {
        lock.lock();
        try {
            if (retired || launching + starting.size() + ready.size() > 0) {
                return;
            }
            launching++;
        } finally {
            lock.unlock();
        }
        launch();
    }

    /** The environment's process is about to be started. */
    void launched(Environment environment) {
        lock.lock();
        try {
            launching--;
            starting.add(environment);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void launchFailed() {
        lock.lock();
        try {
            launching--;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits for work for the environment; empty if there will be none. */
    Optional<Assignment> next(Environment environment) {
        lock.lock();
        try {
            if (starting.remove(environment)) {
                ready.add(environment);
                environment.initialized();
            }
            while (pending.isEmpty() && !retired && ready.contains(environment)) {
                changed.await();
            }
            if (retired || !ready.contains(environment)) {
                return Optional.empty();
            }
            Assignment assignment = pending.remove();
            environment.assign(assignment);
            return Optional.of(assignment);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    /**
     * The environment's process has ended.
     *
     * @return the invocation that fails because of that: if a process ends before it is ready, the one that waits longest
     */
    Optional<Assignment> exited(Environment environment) {
        lock.lock();
        try {
            ready.remove(environment);
            boolean wasStarting = starting.remove(environment);
            changed.signalAll();
            return wasStarting ? Optional.ofNullable(pending.poll()) : Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    Activity activity() {
        lock.lock();
        try {
            return new Activity(0, ready.size(), launching + starting.size());
        } finally {
            lock.unlock();
        }
    }

    boolean isRetired() {
        lock.lock();
        try {
            return retired;
        } finally {
            lock.unlock();
        }
    }

    /** Takes no more work: what waits is given back, idle environments end now, busy ones after their work. */
    void retire() {
        lock.lock();
        try {
            retired = true;
            pending.forEach(Assignment::giveBack);
            pending.clear();
            starting.forEach(Environment::kill);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Ends all environments, busy or not, and waits until their processes are gone. */
    void close() {
        retire();
        List<Environment> all = environments();
        all.forEach(Environment::stop);
        all.forEach(environment -> environment.awaitGone(END_PATIENCE));
    }

    private List<Environment> environments() {
        lock.lock();
        try {
            while (launching > 0) {
                changed.await();
            }
            return Stream.concat(starting.stream(), ready.stream()).toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        } finally {
            lock.unlock();
        }
    }

    private boolean enqueue(Assignment assignment) {
        lock.lock();
        try {
            if (!retired) {
                pending.add(assignment);
                changed.signalAll();
            }
            return !retired;
        } finally {
            lock.unlock();
        }
    }

    private boolean reserve() {
        lock.lock();
        try {
            // One at a time: on a small machine ten processes that start together are ready later than one after the
            // other,
            // and by then the first has often done the work of all.
            boolean oneIsComing = launching + starting.size() > 0;
            if (retired || pending.isEmpty() || oneIsComing || ready.size() >= MAX_ENVIRONMENTS) {
                return false;
            }
            launching++;
            return true;
        } finally {
            lock.unlock();
        }
    }

    private void launch() {
        try {
            launcher.launch(this);
        } catch (IOException e) {
            launchFailed();
            failOldest(new Ending.NotStarted("Runtime.InvalidEntrypoint", "The process cannot be started: " + e));
        }
    }

    private void failOldest(Ending ending) {
        lock.lock();
        try {
            Assignment oldest = pending.poll();
            if (oldest != null) {
                oldest.complete(ending.result(oldest.invocation().requestId(), ""));
            }
        } finally {
            lock.unlock();
        }
    }

    private void killStuck() {
        lock.lock();
        try {
            Duration limit = INIT_LIMIT.plus(configuration.timeout());
            starting.stream()
                    .filter(environment -> environment.age().compareTo(limit) > 0)
                    .forEach(Environment::timeOutInit);
        } finally {
            lock.unlock();
        }
    }
}
