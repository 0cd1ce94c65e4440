package dev.edaworkshop.lab1;

import java.util.function.Consumer;

/** Counts what lies in the shed; so far it only notes what it hears. */
final class Inventory {

    private final Consumer<String> log;

    Inventory(Consumer<String> log) {
        this.log = log;
    }

    void handle(ProductEvent event) {
        log.accept("Inventory heard %s about %s (event %s from %s)"
                .formatted(event.eventName(), event.productId(), event.eventId(), event.source()));
    }
}
