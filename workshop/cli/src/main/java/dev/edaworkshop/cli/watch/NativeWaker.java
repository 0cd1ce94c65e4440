package dev.edaworkshop.cli.watch;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Hears of changes from the operating system. */
final class NativeWaker implements Waker {
    /** In case an event was lost after all. */
    private static final Duration INTERVAL = Duration.ofSeconds(2);
    /** macOS's own implementation polls every other second, which ours does better. */
    private static final Duration PROBE_PATIENCE = Duration.ofMillis(600);

    private final Path lab;
    private final WatchService events;
    private final Map<Path, WatchKey> keys = new HashMap<>();

    NativeWaker(Path lab) throws IOException {
        this.lab = lab;
        FileSystem system = lab.getFileSystem();
        events = system.newWatchService();
    }

    /**
     * Whether events arrive for this folder: writes a file below {@code target} and waits to hear of it.
     *
     * <p>Virtual machines, containers and network drives accept the question and then stay silent.
     */
    static boolean works(Path lab) {
        Path probe = lab.resolve("target").resolve("watch-probe");
        try (WatchService events = lab.getFileSystem().newWatchService()) {
            Files.createDirectories(probe);
            probe.register(events, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
            Path file = Files.writeString(probe.resolve("probe"), "?");
            boolean heard = events.poll(PROBE_PATIENCE.toMillis(), TimeUnit.MILLISECONDS) != null;
            Files.delete(file);
            Files.delete(probe);
            return heard;
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void await(Duration patience) throws InterruptedException {
        WatchKey key = events.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
        while (key != null) {
            key.pollEvents();
            key.reset();
            key = events.poll();
        }
    }

    @Override
    public Duration interval() {
        return INTERVAL;
    }

    @Override
    public void folders(Set<Path> folders) throws IOException {
        Set<Path> gone = new HashSet<>(keys.keySet());
        gone.removeAll(folders);
        for (Path folder : gone) {
            WatchKey key = keys.remove(folder);
            if (key != null) {
                key.cancel();
            }
        }
        for (Path folder : folders) {
            WatchKey known = keys.get(folder);
            if (known == null || !known.isValid()) {
                register(folder);
            }
        }
    }

    @Override
    public void close() throws IOException {
        events.close();
    }

    @Override
    public String description() {
        return "told by the operating system";
    }

    private void register(Path folder) throws IOException {
        try {
            keys.put(
                    folder,
                    lab.resolve(folder)
                            .register(
                                    events,
                                    StandardWatchEventKinds.ENTRY_CREATE,
                                    StandardWatchEventKinds.ENTRY_MODIFY,
                                    StandardWatchEventKinds.ENTRY_DELETE));
        } catch (NoSuchFileException e) {
            keys.remove(folder); // gone while we looked; the next look sees that
        }
    }
}
