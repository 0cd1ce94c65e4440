package dev.edaworkshop.cli.resident;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Held by the one resident process of a project for as long as it lives. The operating system releases it however the
 * process ends, which no file with a process id in it can promise: ids are used again.
 */
final class ResidentLock implements AutoCloseable {
    private final FileChannel channel;

    private ResidentLock(FileChannel channel) {
        this.channel = channel;
    }

    /** @return empty if another process holds it */
    static Optional<ResidentLock> tryAcquire(Path stateFolder) {
        try {
            var channel = FileChannel.open(
                    stateFolder.resolve("resident.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (isLocked(channel)) {
                return Optional.of(new ResidentLock(channel));
            }
            channel.close();
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Could not lock " + stateFolder.resolve("resident.lock"), e);
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock(); // released with its channel
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false; // held by this very process
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
