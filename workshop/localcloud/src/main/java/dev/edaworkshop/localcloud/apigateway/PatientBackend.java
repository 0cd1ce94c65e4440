package dev.edaworkshop.localcloud.apigateway;

import dev.edaworkshop.localcloud.clock.CloudClock;
import dev.edaworkshop.localcloud.clock.Timer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** A backend that is waited for only so long; the time is the account's clock's. */
public final class PatientBackend {
    private final Backend backend;
    private final CloudClock clock;

    public PatientBackend(Backend backend, CloudClock clock) {
        this.backend = backend;
        this.clock = clock;
    }

    /** As {@link Backend#invoke}; the function goes on after the time is up, as in AWS. */
    public Backend.Outcome invoke(
            Duration patience, String functionArn, String sourceArn, String eventId, String payload) {
        CompletableFuture<Backend.Outcome> outcome = new CompletableFuture<>();
        Timer timer = clock.schedule(
                patience,
                "integration timeout of request " + eventId,
                () -> outcome.complete(new Backend.Outcome.TimedOut(
                        "%s did not answer within %d ms".formatted(functionArn, patience.toMillis()))));
        Thread.ofVirtual().name("integration of request " + eventId).start(() -> {
            try {
                outcome.complete(backend.invoke(functionArn, sourceArn, eventId, payload));
            } catch (RuntimeException e) {
                outcome.completeExceptionally(e);
            }
        });
        try {
            return outcome.join();
        } finally {
            timer.cancel();
        }
    }
}
