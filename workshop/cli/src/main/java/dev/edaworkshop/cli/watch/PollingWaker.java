package dev.edaworkshop.cli.watch;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

/** Looks again and again: for folders whose changes nobody reports, as on network drives. */
final class PollingWaker implements Waker {
    private static final Duration INTERVAL = Duration.ofMillis(250);

    @Override
    public void await(Duration patience) throws InterruptedException {
        Thread.sleep(patience);
    }

    @Override
    public Duration interval() {
        return INTERVAL;
    }

    @Override
    public void folders(Set<Path> folders) {
        // It needs none: whoever asks looks everywhere.
    }

    @Override
    public void close() {
        // It holds nothing.
    }

    @Override
    public String description() {
        return "looking four times a second";
    }
}
