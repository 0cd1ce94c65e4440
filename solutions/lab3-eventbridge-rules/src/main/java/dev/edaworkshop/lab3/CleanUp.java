package dev.edaworkshop.lab3;

import java.util.function.Consumer;

/** Clears away what belonged to a product that is no longer sold. */
final class CleanUp {

    private final Consumer<String> log;

    CleanUp(Consumer<String> log) {
        this.log = log;
    }

    void clearAway(ShopEvent deleted) {
        log.accept("Clean-up clears away %s".formatted(deleted.text("sku")));
    }
}
