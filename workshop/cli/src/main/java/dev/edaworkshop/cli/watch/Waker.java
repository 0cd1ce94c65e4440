package dev.edaworkshop.cli.watch;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

/**
 * Says when it is worth looking at a folder again.
 *
 * <p>What has changed is found out by comparing snapshots; a waker that is late, or wakes for nothing, costs time only.
 */
interface Waker extends AutoCloseable {
    /** Waits until something may have changed, or for as long as the patience lasts. */
    void await(Duration patience) throws InterruptedException;

    /** How long may pass between two looks. */
    Duration interval();

    /** The folders that exist now, relative to the lab's. */
    void folders(Set<Path> folders) throws IOException;

    @Override
    void close() throws IOException;

    /** How the attendee reads it: {@code native events}. */
    String description();
}
