package dev.edaworkshop.localcloud.lambda;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The classes of functions as they were deployed, by their content.
 *
 * <p>A process loads classes when it first needs them, and by then a build may have replaced them: deployed code must not
 * change, so processes run a copy.
 *
 * <p>Each local cloud has copies of its own, because it cannot know which ones another still runs. A lock says that they
 * are in use; what a killed process left is deleted by the next one.
 */
final class CodeCopies implements AutoCloseable {
    /** A copy is small; this many versions are kept of all functions together. */
    private static final int MAX_COPIES = 500;

    private static final String LOCK = ".lock";

    /**
     * Names of locks that this process holds. It must not even open such a file again: on POSIX systems a process loses its
     * lock on a file as soon as it closes any of its descriptors.
     */
    private static final Set<String> HELD = ConcurrentHashMap.newKeySet();

    private final Path parent;

    /** By hash, the one that was asked for last at the end. */
    private final Map<String, Path> copies = new LinkedHashMap<>(16, 0.75f, true);

    private @Nullable Own own;

    CodeCopies(Path parent) {
        this.parent = parent;
    }

    /**
     * A directory with copies of the files.
     *
     * @param sha256 of what is in the files, in hexadecimal
     * @param root the files are below it
     */
    synchronized Path keep(String sha256, Path root, List<Path> files) throws IOException {
        Path known = copies.get(sha256);
        if (known != null) {
            return known;
        }
        Path kept = directory().resolve(sha256.substring(0, 32));
        delete(kept); // an earlier attempt may have failed half-way
        for (Path file : files) {
            Path copy = kept.resolve(root.relativize(file).toString());
            Files.createDirectories(copy.resolveSibling("."));
            Files.copy(file, copy);
        }
        Files.createDirectories(kept);
        copies.put(sha256, kept);
        if (copies.size() > MAX_COPIES) {
            Path oldest = copies.values().iterator().next();
            copies.values().remove(oldest);
            delete(oldest);
        }
        return kept;
    }

    @Override
    public synchronized void close() {
        if (own != null) {
            delete(own.directory());
            own.close();
            own = null;
        }
        copies.clear();
    }

    private Path directory() throws IOException {
        if (own == null) {
            Files.createDirectories(parent);
            own = Own.in(parent);
            deleteAbandoned();
        }
        return own.directory();
    }

    private void deleteAbandoned() {
        try (Stream<Path> all = Files.list(parent)) {
            for (Path lock : all.filter(file -> file.toString().endsWith(LOCK)).toList()) {
                deleteIfAbandoned(lock);
            }
        } catch (IOException e) {
            // It lies in a cache that may be deleted as a whole.
        }
    }

    private static void deleteIfAbandoned(Path lock) {
        if (HELD.contains(String.valueOf(lock.getFileName()))) {
            return;
        }
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE)) {
            if (channel.tryLock() != null) {
                delete(Own.directory(lock));
                Files.deleteIfExists(lock);
            }
        } catch (IOException e) {
            // In use by a process of somebody else.
        }
    }

    private static void delete(Path copy) {
        if (!Files.exists(copy)) {
            return;
        }
        try (Stream<Path> files = Files.walk(copy)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            // Another time.
        }
    }

    /** A directory that is not deleted by others as long as the lock is held. */
    private record Own(Path lockFile, FileChannel channel) {
        static Own in(Path parent) throws IOException {
            while (true) {
                String name = UUID.randomUUID() + LOCK;
                Path lockFile = parent.resolve(name);
                HELD.add(name);
                FileChannel channel =
                        FileChannel.open(lockFile, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock();
                // Somebody who tidies up may have been quicker; then that file is gone, or soon will be.
                if (lock != null && Files.exists(lockFile)) {
                    return new Own(lockFile, channel);
                }
                channel.close();
                HELD.remove(name);
            }
        }

        static Path directory(Path lockFile) {
            String name = String.valueOf(lockFile.getFileName());
            return lockFile.resolveSibling(name.substring(0, name.length() - LOCK.length()));
        }

        Path directory() {
            return directory(lockFile);
        }

        void close() {
            try {
                Files.deleteIfExists(lockFile);
                channel.close();
                HELD.remove(String.valueOf(lockFile.getFileName()));
            } catch (IOException e) {
                // The system releases the lock when the process ends.
            }
        }
    }
}
