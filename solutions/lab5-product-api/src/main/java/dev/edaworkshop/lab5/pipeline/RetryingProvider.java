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

    // begin exercise 5.6 retry
    /** Only what was refused is sent again: the others are on the bus already, and would be there twice. */
    @Override
    public PublishReceipt publish(List<DomainEvent> events) {
        PublishReceipt receipt = provider.publish(events);
        for (int attempt = 1; attempt < MAX_ATTEMPTS; attempt++) {
            List<Refusal> passing = receipt.refused().stream()
                    .filter(Refusal::isWorthAnotherTry)
                    .toList();
            if (passing.isEmpty()) {
                return receipt;
            }
            pause.after(attempt);
            PublishReceipt again =
                    provider.publish(passing.stream().map(Refusal::event).toList());
            receipt = receipt.without(passing).and(again);
        }
        return receipt;
    }
    // end exercise 5.6 retry
}
