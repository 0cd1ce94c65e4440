package dev.edaworkshop.lab5.pipeline;

import dev.edaworkshop.lab5.event.DomainEvent;
import java.util.List;

/** Sends once more what was refused for a reason that may pass. */
public final class RetryingProvider implements EventProvider {

    /** Waits before another try; a test does not. */
    @FunctionalInterface
    public interface Pause {

        /** @param attempt the one that has just been made, from 1 */
        void after(int attempt);
    }

    private static final int MAX_ATTEMPTS = 3;

    private final EventProvider provider;
    private final Pause pause;

    public RetryingProvider(EventProvider provider, Pause pause) {
        this.provider = provider;
        this.pause = pause;
    }

    /*
     * TODO 5.6  Provider and receipts: once more, but only what was refused.
     *
     * Whatever is refused now goes back to the stream, which repeats everything that came after it as well. Try again
     * here, at most MAX_ATTEMPTS times in all, and send nothing that the bus has already. Some refusals never pass
     * (isWorthAnotherTry). Between two tries, pause.
     */
    @Override
    public PublishReceipt publish(List<DomainEvent> events) {
        return provider.publish(events);
    }
}
