package dev.edaworkshop.localcloud.lambda;

import dev.edaworkshop.localcloud.AccountContext;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Makes things go wrong with the invocations of one function. */
final class Faults {
    private final AccountContext account;
    private final AtomicReference<@Nullable On> fault = new AtomicReference<>();

    Faults(AccountContext account) {
        this.account = account;
    }

    /** Replaces a fault that is on already. */
    Fault switchOn(FaultPlan plan) {
        On on = new On(plan, new AtomicLong());
        fault.set(on);
        return () -> fault.compareAndSet(on, null);
    }

    void switchOff() {
        fault.set(null);
    }

    Optional<FaultPlan> on() {
        return Optional.ofNullable(fault.get()).map(On::plan);
    }

    /** @throws dev.edaworkshop.localcloud.wire.AwsException {@code TooManyRequestsException} if a fault throttles */
    void admit() {
        if (on().orElse(null) instanceof FaultPlan.Throttle) {
            throw LambdaErrors.throttled("ConcurrentInvocationLimitExceeded");
        }
    }

    /** What happens instead of an invocation; empty if it goes to the process, perhaps after a while. */
    Optional<InvocationResult> instead(FunctionConfiguration configuration, String requestId) {
        On on = fault.get();
        if (on == null) {
            return Optional.empty();
        }
        return switch (on.plan) {
            case FaultPlan.Fail fail ->
                fail.strikes(on.invocations.incrementAndGet())
                        ? Optional.of(end(
                                configuration,
                                requestId,
                                new Ending.NotStarted(fail.errorType(), fail.errorMessage()),
                                "%s: %s".formatted(fail.errorMessage(), fail.errorType())))
                        : Optional.empty();
            case FaultPlan.Slow slow -> delay(configuration, requestId, slow.by());
            case FaultPlan.Throttle throttle -> Optional.empty(); // what is at work stays at work
        };
    }

    private Optional<InvocationResult> delay(FunctionConfiguration configuration, String requestId, Duration by) {
        Duration limit = configuration.timeout();
        boolean timesOut = by.compareTo(limit) >= 0;
        try {
            Thread.sleep(timesOut ? limit : by);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return timesOut
                ? Optional.of(end(
                        configuration,
                        requestId,
                        new Ending.TimedOut(limit),
                        "Slowed down by %s seconds".formatted(by.toMillis() / 1000.0)))
                : Optional.empty();
    }

    private InvocationResult end(FunctionConfiguration configuration, String requestId, Ending ending, String what) {
        InvocationLog log =
                new InvocationLog(account.logs().group(configuration.logGroup()).stream("faults"), configuration);
        log.start(requestId);
        log.print(what + " (a fault that is switched on)");
        return ending.result(requestId, log.end(requestId, ending, Optional.empty()));
    }

    /** A fault and how often it was asked. */
    private record On(FaultPlan plan, AtomicLong invocations) {}
}
