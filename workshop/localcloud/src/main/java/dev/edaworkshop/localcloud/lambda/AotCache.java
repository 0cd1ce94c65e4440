package dev.edaworkshop.localcloud.lambda;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Archives of loaded and linked classes, one per set of libraries, that make a function's process start in about half the
 * time.
 *
 * <p>The first process of a function records which classes it loads. When it ends, a JVM in the background, which runs no
 * code of anybody, puts these classes into an archive. An archive is made of libraries only, so that it survives edits of
 * the function. Whatever goes wrong here, functions run without an archive.
 *
 * @see <a href="https://openjdk.org/jeps/483">JEP 483: Ahead-of-Time Class Loading and Linking</a>
 */
final class AotCache implements AutoCloseable {
    private static final String LIST = ".classes";
    /** Of a handler that loads what others load. */
    private static final String KNOWN = ".known";

    private static final String ARCHIVE = ".aot";
    /** An archive is 40 MB; this many sets of libraries are remembered. */
    private static final int MAX_SETS = 12;
    /** An archive that does not fit is ignored; the function's log is not the place to say so. */
    private static final List<String> SILENT = List.of("-Xlog:cds=off", "-Xlog:aot=off", "-Xlog:class+path=off");

    private final Path javaHome;
    private final Path directory;
    private final Duration delay;
    private final ScheduledExecutorService background = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("aot-cache").factory());
    private final Set<Path> asked = new HashSet<>();
    private Optional<Process> archiver = Optional.empty();
    private boolean closed;

    /** @param delay how long the machine is left to others before an archive is made */
    AotCache(Path javaHome, Path directory, Duration delay) {
        this.javaHome = javaHome;
        this.directory = directory;
        this.delay = delay;
    }

    /**
     * How a process is started.
     *
     * @param options for the JVM
     * @param recording where it writes which classes it loads when it ends; empty if that is known already
     */
    record Start(List<String> options, Optional<Path> recording) {
        Start {
            options = List.copyOf(options);
        }
    }

    /**
     * Prepares the start of a process; never waits for an archive to be made.
     *
     * @param libraries the class path up to where it may differ between functions
     * @param flags that decide whether an archive fits, such as the garbage collector
     * @param handler functions with the same handler load about the same classes
     */
    Start start(List<Path> libraries, List<String> flags, String handler) {
        List<String> options = new ArrayList<>();
        try {
            Path set = set(libraries, flags);
            Files.createDirectories(set);
            Files.setLastModifiedTime(set, FileTime.fromMillis(System.currentTimeMillis()));
            newestArchive(set).ifPresent(archive -> {
                options.add("-XX:SharedArchiveFile=" + archive);
                options.addAll(SILENT);
            });
            askForArchive(set, libraries, flags);
            if (Files.exists(set.resolve(name(handler) + LIST)) || Files.exists(set.resolve(name(handler) + KNOWN))) {
                return new Start(options, Optional.empty());
            }
            Path recording = Files.createTempFile(set, "recording", ".tmp");
            options.add("-XX:DumpLoadedClassList=" + recording);
            return new Start(options, Optional.of(recording));
        } catch (IOException e) {
            return new Start(List.of(), Optional.empty());
        }
    }

    /** Takes a recording of a process that has ended. */
    void recorded(Path recording, List<Path> libraries, List<String> flags, String handler) {
        try {
            Path set = set(libraries, flags);
            ClassList classes = ClassList.read(recording);
            if (classes.isComplete()) {
                keep(classes, set, handler);
                askForArchive(set, libraries, flags);
            }
        } catch (IOException e) {
            // Another process will record.
        } finally {
            discard(recording);
        }
    }

    /** A lab has a dozen handlers, and an archive takes seconds: one is made anew only for classes that are worth it. */
    private static void keep(ClassList classes, Path set, String handler) throws IOException {
        List<Path> lists = files(set, LIST);
        if (!lists.isEmpty() && classes.addsLittleTo(ClassList.merge(lists))) {
            Files.write(set.resolve(name(handler) + KNOWN), new byte[0]);
        } else {
            classes.writeTo(set.resolve(name(handler) + LIST));
        }
    }

    /** Forgets a recording that is of no use. */
    void discard(Path recording) {
        try {
            Files.deleteIfExists(recording);
        } catch (IOException e) {
            // It lies in a cache that may be deleted as a whole.
        }
    }

    /** Ends the work in the background and waits until its process is gone; it is taken up again another time. */
    @Override
    public void close() {
        background.shutdownNow();
        Optional<Process> running;
        synchronized (this) {
            closed = true;
            running = archiver;
        }
        running.ifPresent(process -> process.destroyForcibly().onExit().join());
    }

    /** Has an archive made of all lists there are, unless there is one, or it is to be made anyway. */
    private void askForArchive(Path set, List<Path> libraries, List<String> flags) throws IOException {
        List<Path> lists = files(set, LIST);
        if (lists.isEmpty() || Files.exists(archive(set, lists))) {
            return;
        }
        synchronized (this) {
            if (!closed && asked.add(set)) {
                background.schedule(() -> makeArchive(set, libraries, flags), delay.toMillis(), TimeUnit.MILLISECONDS);
            }
        }
    }

    private void makeArchive(Path set, List<Path> libraries, List<String> flags) {
        synchronized (this) {
            asked.remove(set);
        }
        try {
            List<Path> lists = files(set, LIST);
            Path archive = archive(set, lists);
            if (!Files.exists(archive)) {
                make(set, archive, ClassList.merge(lists), libraries, flags);
                tidyUp(set, archive);
            }
        } catch (IOException e) {
            // Functions run without an archive, or with the one before.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void make(Path set, Path archive, ClassList classes, List<Path> libraries, List<String> flags)
            throws IOException, InterruptedException {
        Path list = set.resolve(archive.getFileName() + ".tmp");
        Path unfinished = Files.createTempFile(set, "archive", ".tmp");
        try {
            classes.writeTo(list);
            List<String> command = new ArrayList<>();
            command.add(LambdaHost.java(javaHome).toString());
            command.addAll(flags);
            command.addAll(List.of("-Xshare:dump", "-XX:+AOTClassLinking"));
            command.add("-XX:SharedClassListFile=" + list);
            command.add("-XX:SharedArchiveFile=" + unfinished);
            command.addAll(List.of("-cp", classPath(libraries)));
            if (run(new ProcessBuilder(command)) == 0) {
                Files.move(unfinished, archive, StandardCopyOption.ATOMIC_MOVE);
            }
        } finally {
            Files.deleteIfExists(list);
            Files.deleteIfExists(unfinished);
        }
    }

    private int run(ProcessBuilder builder) throws IOException, InterruptedException {
        Process process;
        synchronized (this) {
            if (closed) {
                return -1;
            }
            process = builder.redirectErrorStream(true)
                    .redirectOutput(Redirect.DISCARD)
                    .start();
            archiver = Optional.of(process);
        }
        return process.waitFor();
    }

    /** Deletes archives that a newer one replaces, and the sets that were not used for longest. */
    private void tidyUp(Path set, Path newest) throws IOException {
        for (Path older : files(set, ARCHIVE)) {
            if (!older.equals(newest)) {
                discard(older);
            }
        }
        List<Path> sets;
        try (Stream<Path> all = Files.list(directory)) {
            sets = all.sorted(Comparator.comparing(AotCache::lastUse).reversed())
                    .toList();
        }
        for (Path unused : sets.subList(Math.min(MAX_SETS, sets.size()), sets.size())) {
            try (Stream<Path> files = Files.list(unused)) {
                files.forEach(this::discard);
            }
            discard(unused);
        }
    }

    /** The archive of these lists, made or not. */
    private static Path archive(Path set, List<Path> lists) {
        return set.resolve(name(lists.toString()) + ARCHIVE);
    }

    private static Optional<Path> newestArchive(Path set) throws IOException {
        return files(set, ARCHIVE).stream().max(Comparator.comparing(AotCache::lastUse));
    }

    private static FileTime lastUse(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            return FileTime.fromMillis(0);
        }
    }

    private static List<Path> files(Path set, String ending) throws IOException {
        try (Stream<Path> files = Files.list(set)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    private Path set(List<Path> libraries, List<String> flags) throws IOException {
        Path release = javaHome.resolve("release");
        String jdk = javaHome + (Files.exists(release) ? Files.readString(release) : "");
        return directory.resolve(name(jdk + flags + libraries));
    }

    static String classPath(List<Path> jars) {
        return jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    private static String name(String content) {
        byte[] hash = ContentStore.digest().digest(content.getBytes(StandardCharsets.UTF_8));
        return ContentStore.hex(hash).substring(0, 24);
    }
}
