package dev.edaworkshop.localcloud.lambda;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** An invocation on its way through an environment. */
final class Assignment {
    private final Invocation invocation;
    /** Completed without a value if no environment will take it. */
    private final CompletableFuture<Optional<Environment>> environment = new CompletableFuture<>();

    private final CompletableFuture<InvocationResult> result = new CompletableFuture<>();

    Assignment(Invocation invocation) {
        this.invocation = invocation;
    }

    Invocation invocation() {
        return invocation;
    }

    void takenBy(Environment taker) {
        environment.complete(Optional.of(taker));
    }

    /** Nobody takes it any more; it may be asked again elsewhere. */
    void giveBack() {
        environment.complete(Optional.empty());
    }

    void complete(InvocationResult outcome) {
        result.complete(outcome);
        environment.complete(Optional.empty());
    }

    /** Waits for an environment; true once it is known whether one takes it. */
    boolean awaitTaken(Duration patience) {
        return isDone(environment, patience);
    }

    /** Waits for the result. */
    boolean awaitResult(Duration patience) {
        return isDone(result, patience);
    }

    Optional<Environment> environment() {
        return environment.getNow(Optional.empty());
    }

    /** Empty if there is none: it was given back. */
    Optional<InvocationResult> result() {
        return Optional.ofNullable(result.getNow(null));
    }

    private static boolean isDone(CompletableFuture<?> future, Duration patience) {
        try {
            future.get(patience.toNanos(), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a function was invoked", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Assignments never end exceptionally", e);
        }
    }
}
