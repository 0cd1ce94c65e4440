package dev.edaworkshop.cli.watch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** Single keys from a terminal, without Enter. */
final class Keys implements AutoCloseable {
    private static final long PATIENCE_MILLIS = 200;
    /** How JLine says it. */
    private static final int TIMED_OUT = -2;

    private final Terminal terminal;
    private final Attributes before;
    private final Thread restoring;

    private Keys(Terminal terminal) {
        this.terminal = terminal;
        before = terminal.enterRawMode();
        // A signal ends the process through its shutdown hooks; the terminal must not stay without echo.
        restoring = Thread.ofPlatform().unstarted(() -> terminal.setAttributes(before));
        Runtime.getRuntime().addShutdownHook(restoring);
    }

    /** Empty if this process's input is no terminal, or one that gives its keys line by line only. */
    static Optional<Keys> open() {
        try {
            Terminal terminal =
                    TerminalBuilder.builder().system(true).dumb(false).build();
            return Optional.of(new Keys(terminal));
        } catch (IOException | IllegalStateException e) {
            return Optional.empty();
        }
    }

    /** The next key; empty if none was pressed for a moment, below 0 at the end of the input. */
    Optional<Integer> next() {
        try {
            int key = terminal.reader().read(PATIENCE_MILLIS);
            return key == TIMED_OUT ? Optional.empty() : Optional.of(key);
        } catch (IOException e) {
            throw new UncheckedIOException("The terminal is gone", e);
        }
    }

    @Override
    public void close() {
        try {
            terminal.setAttributes(before);
            removeHook();
            terminal.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The terminal cannot be restored", e);
        }
    }

    private void removeHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(restoring);
        } catch (IllegalStateException e) {
            // the process is ending already
        }
    }
}
