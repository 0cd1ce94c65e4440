package dev.edaworkshop.cli.watch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * How a lab's own files look at one moment: what an attendee edits, and not what a build makes of it.
 *
 * @param files relative to the lab's folder
 * @param folders relative as well
 */
record Snapshot(Map<Path, Stamp> files, Set<Path> folders) {
    private static final Set<String> MADE_BY_BUILDS = Set.of("target", "node_modules", "cdk.out");
    private static final Set<String> WATCHED_ENDINGS =
            Set.of("java", "json", "xml", "yaml", "yml", "properties", "txt", "csv");

    Snapshot {
        files = Map.copyOf(files);
        folders = Set.copyOf(folders);
    }

    /** Tells two contents apart, as far as that is possible without reading. */
    record Stamp(long bytes, FileTime modified) {}

    static Snapshot of(Path lab) {
        Map<Path, Stamp> files = new HashMap<>();
        Set<Path> folders = new HashSet<>();
        try {
            Files.walkFileTree(lab, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    String name = folder.getFileName().toString();
                    if (!folder.equals(lab) && (name.startsWith(".") || MADE_BY_BUILDS.contains(name))) {
                        return FileVisitResult.SKIP_SUBTREE;
                    }
                    folders.add(lab.relativize(folder));
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (isWatched(file.getFileName().toString())) {
                        files.put(lab.relativize(file), new Stamp(attributes.size(), attributes.lastModifiedTime()));
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) {
                    return FileVisitResult.CONTINUE; // gone while we looked
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Snapshot(files, folders);
    }

    /** What was added, changed or removed between the other one and this one, in the order of the names. */
    Set<Path> changedSince(Snapshot before) {
        Set<Path> changed = new TreeSet<>();
        files.forEach((file, stamp) -> {
            if (!Objects.equals(before.files.get(file), stamp)) {
                changed.add(file);
            }
        });
        before.files.keySet().stream().filter(file -> !files.containsKey(file)).forEach(changed::add);
        return changed;
    }

    /** Editors write files beside those that they save: backups, locks, unfinished ones. */
    private static boolean isWatched(String name) {
        return !name.startsWith(".") && WATCHED_ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1));
    }
}
