package dev.edaworkshop.localcloud.lambda;

import dev.edaworkshop.localcloud.AccountContext;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Makes the invocations of one function fail without reaching a process. */
final class Faults {
    private final AccountContext account;
    private final AtomicReference<Ending.@Nullable NotStarted> fault = new AtomicReference<>();

    Faults(AccountContext account) {
        this.account = account;
    }

    /** Replaces a fault that is on already. */
    Fault switchOn(String errorType, String errorMessage) {
        Ending.NotStarted on = new Ending.NotStarted(errorType, errorMessage);
        fault.set(on);
        return () -> fault.compareAndSet(on, null);
    }

    /** What happens instead of an invocation; empty if no fault is on. */
    Optional<InvocationResult> instead(FunctionConfiguration configuration, String requestId) {
        Ending.NotStarted on = fault.get();
        return on == null ? Optional.empty() : Optional.of(fail(configuration, requestId, on));
    }

    private InvocationResult fail(FunctionConfiguration configuration, String requestId, Ending.NotStarted ending) {
        InvocationLog log =
                new InvocationLog(account.logs().group(configuration.logGroup()).stream("faults"), configuration);
        log.start(requestId);
        log.print("%s: %s (a fault that is switched on)".formatted(ending.errorMessage(), ending.errorType()));
        return ending.result(requestId, log.end(requestId, ending, Optional.empty()));
    }
}
