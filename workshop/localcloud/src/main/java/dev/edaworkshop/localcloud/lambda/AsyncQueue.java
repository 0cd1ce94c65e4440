package dev.edaworkshop.localcloud.lambda;

import dev.edaworkshop.localcloud.AccountContext;
import dev.edaworkshop.localcloud.clock.Busy;
import dev.edaworkshop.localcloud.journal.Hop;
import dev.edaworkshop.localcloud.journal.Journal;
import dev.edaworkshop.localcloud.lambda.Outcome.Condition;
import dev.edaworkshop.localcloud.wire.AwsException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a function is to do without anybody waiting for the result.
 *
 * <p>A failed attempt is repeated on the account's clock: after one minute, then after two more. An attempt for which
 * there is no concurrency does not count; it is repeated after one second, and then after twice as long each time.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/invocation-async.html">Asynchronous invocation</a>
 */
public final class AsyncQueue {
    private static final Duration MAX_BACKOFF = Duration.ofMinutes(5);

    private final Function function;
    private final AccountContext account;
    private final OutcomeReport report;
    private volatile Optional<AsyncConfiguration> configuration = Optional.empty();
    private volatile Instant configured;

    AsyncQueue(Function function, AccountContext account) {
        this.function = function;
        this.account = account;
        report = new OutcomeReport(function, account);
        configured = account.clock().instant();
    }

    /** What counts: the default if nothing is configured. */
    public AsyncConfiguration configuration() {
        return configuration.orElse(AsyncConfiguration.DEFAULT);
    }

    /** Empty if nothing is configured. */
    public Optional<AsyncConfiguration> ownConfiguration() {
        return configuration;
    }

    /**
     * Counts from the next attempt on.
     *
     * @throws AwsException if the function is its own destination
     */
    public void configure(AsyncConfiguration changed) {
        for (Optional<Destination> destination : List.of(changed.onSuccess(), changed.onFailure())) {
            if (destination.filter(to -> function.isNamedBy(to.arn())).isPresent()) {
                throw LambdaErrors.invalidParameter("You can't specify the function as a destination for itself.");
            }
        }
        configuration = Optional.of(changed);
        configured = account.clock().instant();
    }

    /** Back to the default. */
    public void resetConfiguration() {
        configuration = Optional.empty();
    }

    Instant configured() {
        return configured;
    }

    /**
     * Takes an event; returns at once.
     *
     * @param from ARN of who hands it over
     * @param eventId the id that the event keeps on all its hops
     */
    void accept(String requestId, String payload, String from, String eventId) {
        AsyncEvent event = new AsyncEvent(
                requestId, payload, from, eventId, account.clock().instant());
        // Announced before the caller goes on, so that the cloud never looks idle in between.
        Busy busy = account.clock().busy("asynchronous invocation of " + function.name());
        Thread.ofVirtual().name("asynchronous " + function.name()).start(() -> {
            try (busy) {
                attempt(event, new Progress(0, 0, Optional.empty()));
            }
        });
    }

    private void attempt(AsyncEvent event, Progress before) {
        int attempt = before.attempts + 1;
        CarriedEvent carried =
                new CarriedEvent(event.eventId(), event.eventId(), event.from(), attempt, event.payload());
        Execution execution;
        try {
            execution = function.execute(
                    Invocation.asynchronous(event.requestId(), event.payload(), List.of(carried)),
                    Judgement.ALL_OR_NOTHING);
        } catch (AwsException e) {
            if (LambdaErrors.isThrottling(e)) {
                throttled(event, before, e);
            } else { // the version or alias has been deleted meanwhile
                hop(Hop.Kind.LOST, event, attempt).because(e.message()).record();
            }
            return;
        }
        Progress after = new Progress(attempt, 0, Optional.of(execution));
        switch (execution.result()) {
            case InvocationResult.Returned returned -> report.succeeded(event, after.outcome(Condition.SUCCESS));
            case InvocationResult.Failed failed -> failed(event, after, failed);
        }
    }

    private void failed(AsyncEvent event, Progress after, InvocationResult.Failed failed) {
        AsyncConfiguration limits = configuration();
        Duration delay = Duration.ofMinutes(after.attempts);
        if (after.attempts > limits.maximumRetryAttempts()) {
            String why =
                    "it failed %d times, which is all that is tried. %s".formatted(after.attempts, failed.reason());
            report.failed(event, after.outcome(Condition.RETRIES_EXHAUSTED), why);
        } else if (isTooOld(event, delay)) {
            String why = "the next attempt would exceed its maximum age of %s. %s"
                    .formatted(limits.maximumEventAge(), failed.reason());
            report.failed(event, after.outcome(Condition.EVENT_AGE_EXCEEDED), why);
        } else {
            String why = "retry %d of %d in %d minute(s): %s"
                    .formatted(after.attempts, limits.maximumRetryAttempts(), delay.toMinutes(), failed.reason());
            tryAgain(event, after, delay, why);
        }
    }

    private void throttled(AsyncEvent event, Progress before, AwsException throttling) {
        if (function.reservedConcurrency().filter(executions -> executions == 0).isPresent()) {
            String why = "the function's reserved concurrency is 0, so it is not invoked at all";
            report.failed(event, before.outcome(Condition.ZERO_RESERVED_CONCURRENCY), why);
            return;
        }
        Duration doubled = Duration.ofSeconds(1L << Math.min(before.throttles, 10));
        Duration delay = doubled.compareTo(MAX_BACKOFF) > 0 ? MAX_BACKOFF : doubled;
        if (isTooOld(event, delay)) {
            String why = "the function was at its concurrency limit until the event reached its maximum age of "
                    + configuration().maximumEventAge();
            report.failed(event, before.outcome(Condition.EVENT_AGE_EXCEEDED), why);
        } else {
            String why = "throttled (%s), back in the queue for %d second(s); this is no retry"
                    .formatted(throttling.members().getOrDefault("Reason", throttling.code()), delay.toSeconds());
            tryAgain(event, new Progress(before.attempts, before.throttles + 1, before.last), delay, why);
        }
    }

    private void tryAgain(AsyncEvent event, Progress progress, Duration delay, String why) {
        hop(Hop.Kind.RETRY_SCHEDULED, event, progress.attempts)
                .to(function.arn())
                .because(why)
                .record();
        account.clock().schedule(delay, "retry of function " + function.name(), () -> attempt(event, progress));
    }

    private boolean isTooOld(AsyncEvent event, Duration delay) {
        Instant end = event.accepted().plus(configuration().maximumEventAge());
        return account.clock().instant().plus(delay).isAfter(end);
    }

    private Journal.Entry hop(Hop.Kind kind, AsyncEvent event, int attempt) {
        return account.journal()
                .hop(kind)
                .from(function.arn())
                .event(event.eventId())
                .attempt(attempt);
    }

    /**
     * How far an event has come.
     *
     * @param attempts made by the function
     * @param throttles since the last attempt
     * @param last what the last attempt came to
     */
    private record Progress(int attempts, int throttles, Optional<Execution> last) {
        OutcomeReport.Ended outcome(Condition condition) {
            return new OutcomeReport.Ended(condition, attempts, last);
        }
    }
}
