package dev.edaworkshop.cli.keep;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Held while an attendee's files are changed. The operating system releases it however the process ends. */
final class KeepLock implements AutoCloseable {
    private final FileChannel channel;

    private KeepLock(FileChannel channel) {
        this.channel = channel;
    }

    /** @return empty if somebody holds it */
    static Optional<KeepLock> tryAcquire(Path stateFolder) throws IOException {
        Files.createDirectories(stateFolder);
        FileChannel channel =
                FileChannel.open(stateFolder.resolve("keep.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) { // released with its channel
                return Optional.of(new KeepLock(channel));
            }
        } catch (OverlappingFileLockException heldByThisProcess) {
            // the same as being held by another one
        }
        channel.close();
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
