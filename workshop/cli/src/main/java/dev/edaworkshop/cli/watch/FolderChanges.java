package dev.edaworkshop.cli.watch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;

/** Waits for saves. Several files that are saved within a moment, as by a refactoring, are one change. */
final class FolderChanges implements AutoCloseable {
    /** Editors save in several steps; a change is complete when nothing has happened for this long. */
    private static final Duration SETTLE = Duration.ofMillis(40);
    /** A folder that never comes to rest is looked at nevertheless. */
    private static final int MOST_STEPS = 50;

    private final Supplier<Snapshot> look;
    private final Waker waker;
    private Snapshot last;

    FolderChanges(Supplier<Snapshot> look, Waker waker) {
        this.look = look;
        this.waker = waker;
        last = look.get();
        follow(last);
    }

    /**
     * Watches a lab's folder.
     *
     * @param polling whether to look again and again even if the operating system reports changes
     */
    static FolderChanges of(Path lab, boolean polling) {
        try {
            Waker waker = polling || !NativeWaker.works(lab) ? new PollingWaker() : new NativeWaker(lab);
            return new FolderChanges(() -> Snapshot.of(lab), waker);
        } catch (IOException e) {
            throw new UncheckedIOException("Changes in " + lab + " cannot be watched", e);
        }
    }

    String description() {
        return waker.description();
    }

    /**
     * Waits for the next change.
     *
     * @return the files, relative to the lab's folder; never empty
     */
    Set<Path> await() throws InterruptedException {
        while (true) {
            Snapshot now = look.get();
            Set<Path> changed = now.changedSince(last);
            if (!changed.isEmpty()) {
                Snapshot settled = settle(now);
                Set<Path> all = settled.changedSince(last);
                last = settled;
                follow(settled);
                if (!all.isEmpty()) { // otherwise it has been undone at once
                    return all;
                }
            } else if (!now.folders().equals(last.folders())) {
                last = now;
                follow(now);
            }
            waker.await(waker.interval());
        }
    }

    @Override
    public void close() {
        try {
            waker.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Snapshot settle(Snapshot first) throws InterruptedException {
        Snapshot before = first;
        for (int step = 0; step < MOST_STEPS; step++) {
            Thread.sleep(SETTLE);
            Snapshot now = look.get();
            if (now.equals(before)) {
                return now;
            }
            before = now;
        }
        return before;
    }

    private void follow(Snapshot snapshot) {
        try {
            waker.folders(snapshot.folders());
        } catch (IOException e) {
            throw new UncheckedIOException("A folder cannot be watched", e);
        }
    }
}
