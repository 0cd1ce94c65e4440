package dev.edaworkshop.lab4.screen;

import dev.edaworkshop.lab4.given.Envelope;
import dev.edaworkshop.lab4.given.EnvelopeFunction;
import java.util.Optional;
import java.util.function.Consumer;

/** The Lambda entry point of the screen on the pier, which shows each order while it is packed. */
public final class PierScreenHandler extends EnvelopeFunction {

    private final Consumer<String> screen;

    /** Called by Lambda, once for each execution environment. */
    public PierScreenHandler() {
        this(System.out::println);
    }

    PierScreenHandler(Consumer<String> screen) {
        this.screen = screen;
    }

    @Override
    protected Optional<Envelope> handle(Envelope stockReserved) {
        screen.accept("Now packing order %s: %s".formatted(stockReserved.text("order_id"), stockReserved.text("sku")));
        return Optional.empty();
    }
}
