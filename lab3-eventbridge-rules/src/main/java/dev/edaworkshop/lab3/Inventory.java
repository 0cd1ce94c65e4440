package dev.edaworkshop.lab3;

import java.util.function.Consumer;

/** Makes room in the shed for what is new. */
final class Inventory {

    private final Consumer<String> log;

    Inventory(Consumer<String> log) {
        this.log = log;
    }

    void makeRoom(ShopEvent created) {
        log.accept("Inventory makes room for %s".formatted(created.text("sku")));
    }
}
