package dev.edaworkshop.lab1;

import java.util.function.Consumer;

/** Writes to the customers; so far it only notes what it would write about. */
final class Notifications {

    private final Consumer<String> log;

    Notifications(Consumer<String> log) {
        this.log = log;
    }

    void handle(ProductEvent event) {
        log.accept("Notifications heard %s about %s (event %s from %s)"
                .formatted(event.eventName(), event.productId(), event.eventId(), event.source()));
    }
}
