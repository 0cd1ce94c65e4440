package dev.edaworkshop.lab5.pipeline;

import dev.edaworkshop.lab5.event.DomainEvent;
import java.util.List;
import java.util.function.Consumer;

/** Writes down the receipt of each try, one line: what was accepted, and which products were refused. */
final class ReceiptLog implements EventProvider {

    private final EventProvider provider;
    private final Consumer<String> log;

    ReceiptLog(EventProvider provider, Consumer<String> log) {
        this.provider = provider;
        this.log = log;
    }

    @Override
    public PublishReceipt publish(List<DomainEvent> events) {
        PublishReceipt receipt = provider.publish(events);
        log.accept("Receipt for %d events: %s".formatted(events.size(), receipt.inWords()));
        return receipt;
    }
}
