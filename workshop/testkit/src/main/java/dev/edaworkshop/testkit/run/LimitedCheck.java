package dev.edaworkshop.testkit.run;

import dev.edaworkshop.testkit.run.Verdict.Finding;
import dev.edaworkshop.testkit.run.Verdict.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Runs a check on a thread of its own, so that one that never ends costs a verdict and not the session. */
final class LimitedCheck {
    /** For a check that is told to stop; one that does not hear of it is left alone. */
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(3);

    private final String exercise;
    private final Duration limit;
    private final Supplier<String> suspicion;

    /**
     * @param limit in real time
     * @param suspicion says, at the limit, what may have kept the check; empty if nothing is known
     */
    LimitedCheck(String exercise, Duration limit, Supplier<String> suspicion) {
        this.exercise = exercise;
        this.limit = limit;
        this.suspicion = suspicion;
    }

    /** @throws CheckCancelledException if this thread is interrupted meanwhile; the check is then over as well */
    Verdict run(Supplier<Verdict> check) {
        CompletableFuture<Verdict> verdict = new CompletableFuture<>();
        Thread thread = Thread.ofPlatform().daemon().name("check " + exercise).start(() -> {
            try {
                verdict.complete(check.get());
            } catch (Throwable thrown) { // it is thrown again, on the other thread
                verdict.completeExceptionally(thrown);
            }
        });
        try {
            return verdict.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            String suspect = suspicion.get();
            stop(thread);
            return tooLate(suspect);
        } catch (InterruptedException e) {
            stop(thread);
            throw new CheckCancelledException(exercise);
        } catch (ExecutionException e) {
            throw rethrown(e.getCause() == null ? e : e.getCause());
        }
    }

    private static void stop(Thread thread) {
        thread.interrupt();
        try {
            thread.join(STOP_PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Verdict tooLate(String suspect) {
        String observed = "it was still at it and was stopped. "
                + (suspect.isEmpty() ? "Is there a loop without an end?" : suspect);
        return new Verdict(
                exercise,
                List.of(new Finding(
                        "the check comes to an end",
                        Optional.of(new Problem(
                                Optional.empty(),
                                "the check is over within %d seconds".formatted(limit.toSeconds()),
                                observed,
                                "")))),
                Timings.none());
    }

    private static RuntimeException rethrown(Throwable thrown) {
        if (thrown instanceof RuntimeException problem) {
            return problem;
        }
        if (thrown instanceof Error error) {
            throw error;
        }
        return new IllegalStateException(thrown);
    }
}
