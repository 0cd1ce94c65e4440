package dev.edaworkshop.lab2;

import dev.edaworkshop.lab2.given.ProductEvent;
import java.util.function.Consumer;

/** Puts new toys and games on its shelf. It takes whatever it is given: it has no word about what it does not want. */
final class ToysCorner {

    private final Consumer<String> log;

    ToysCorner(Consumer<String> log) {
        this.log = log;
    }

    void handle(ProductEvent event) {
        log.accept("On the shelf: %s (%s, event %s)"
                .formatted(event.facts().get("name"), event.facts().get("category"), event.eventId()));
    }
}
