package dev.edaworkshop.cli.keep;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The snapshots in {@code .lab/backups}: a folder for each step, with the files as they were, under their own names, and
 * a manifest. A snapshot is there completely or not at all.
 *
 * <pre>
 * .lab/backups/20261121-091500-7/manifest.json
 * .lab/backups/20261121-091500-7/files/lab1-pubsub/src/main/java/…
 * .lab/backups/under-way                  the number of the step that has begun and not ended
 * </pre>
 */
final class Backups {
    private static final String FILES = "files";
    private static final String DRAFT = "draft";
    private static final String UNDER_WAY = "under-way";
    private static final String ROLLED_BACK = "rolled-back";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private final Path root;
    private final Path folder;
    private final Disk disk;
    private final InstantSource clock;

    /** @param folder {@code .lab/backups} */
    Backups(Path root, Path folder, Disk disk, InstantSource clock) {
        this.root = root;
        this.folder = folder;
        this.disk = disk;
        this.clock = clock;
    }

    Path folder() {
        return folder;
    }

    /** Where a snapshot has the files. */
    Path snapshot(Step step) {
        return folder.resolve(name(step));
    }

    /** Where a snapshot has a file. */
    Path copy(Step step, Entry entry) {
        return snapshot(step).resolve(FILES).resolve(entry.path());
    }

    /** All steps, oldest first; a folder whose manifest cannot be read is left out, and left alone. */
    List<Step> steps() throws IOException {
        List<Step> steps = new ArrayList<>();
        for (Path snapshot : folders()) {
            Path manifest = snapshot.resolve(Manifest.FILE);
            if (Files.isRegularFile(manifest)) {
                Manifest.read(Files.readString(manifest), Files.exists(snapshot.resolve(ROLLED_BACK)))
                        .filter(step -> name(step).equals(snapshot.getFileName().toString()))
                        .ifPresent(steps::add);
            }
        }
        steps.sort(Comparator.comparingInt(Step::number));
        return steps;
    }

    /**
     * Saves what is at these paths now.
     *
     * @throws IOException if something cannot be read or written; nothing has been touched then
     */
    Step save(Step.Kind kind, String what, int of, Collection<String> paths) throws IOException {
        discardDrafts();
        Path draft = folder.resolve(DRAFT);
        Set<Path> folders = new HashSet<>();
        List<Entry> before = new ArrayList<>();
        for (String path : paths.stream().sorted().toList()) {
            Path file = root.resolve(path);
            Path copy = draft.resolve(FILES).resolve(path);
            Entry entry = disk.look(file, path);
            if (entry.kind() == Entry.Kind.FILE) {
                entry = disk.copy(file, path, copy);
                for (Path parent = Disk.parent(copy); parent.startsWith(draft); parent = Disk.parent(parent)) {
                    folders.add(parent);
                }
            }
            before.add(entry);
        }
        Step step = new Step(nextNumber(), clock.instant(), kind, what, of, before, false);
        disk.write(draft.resolve(Manifest.FILE), Manifest.write(step).getBytes(StandardCharsets.UTF_8));
        folders.forEach(disk::sync);
        disk.sync(draft);
        disk.move(draft, snapshot(step));
        disk.sync(folder);
        return step;
    }

    /** Notes that the files of a step are about to be changed. */
    void begin(Step step) throws IOException {
        Path note = folder.resolve(UNDER_WAY + ".new");
        disk.write(note, String.valueOf(step.number()).getBytes(StandardCharsets.UTF_8));
        disk.move(note, folder.resolve(UNDER_WAY));
        disk.sync(folder);
    }

    /** Notes that they have been changed. */
    void end() throws IOException {
        disk.delete(folder.resolve(UNDER_WAY));
        disk.sync(folder);
    }

    /** Notes that they are as they were before the step. */
    void endRolledBack(Step step) throws IOException {
        disk.write(snapshot(step).resolve(ROLLED_BACK), new byte[0]);
        disk.sync(snapshot(step));
        end();
    }

    /** Whether a step has begun and not ended; it may be one that somebody is taking right now. */
    boolean isUnderWay() {
        return Files.exists(folder.resolve(UNDER_WAY));
    }

    /** The step that has begun and not ended; empty if there is none. */
    Optional<Step> underWay() throws IOException {
        if (!isUnderWay()) {
            return Optional.empty();
        }
        String number = Files.readString(folder.resolve(UNDER_WAY)).strip();
        return steps().stream()
                .filter(step -> String.valueOf(step.number()).equals(number))
                .findFirst();
    }

    /** Where a file is written before it takes its place, so that no half of one ever stands in a lab. */
    Path workbench() {
        return folder.resolve("workbench");
    }

    /** Removes what an interrupted command left behind and nobody needs: nothing had been touched for it. */
    void discardDrafts() throws IOException {
        deleteTree(folder.resolve(DRAFT));
        deleteTree(workbench());
    }

    private int nextNumber() throws IOException {
        int last = 0;
        for (Path snapshot : folders()) {
            last = Math.max(last, number(snapshot).orElse(0));
        }
        return last + 1;
    }

    private static OptionalInt number(Path snapshot) {
        String name = snapshot.getFileName().toString();
        String digits = name.substring(name.lastIndexOf('-') + 1);
        return digits.matches("[1-9]\\d{0,8}") ? OptionalInt.of(Integer.parseInt(digits)) : OptionalInt.empty();
    }

    private List<Path> folders() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(one -> number(one).isPresent() && Files.isDirectory(one))
                    .toList();
        }
    }

    private static String name(Step step) {
        return "%s-%d".formatted(TIME.format(step.time()), step.number());
    }

    private void deleteTree(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        Files.walkFileTree(tree, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                disk.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @org.jspecify.annotations.Nullable IOException e)
                    throws IOException {
                disk.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
