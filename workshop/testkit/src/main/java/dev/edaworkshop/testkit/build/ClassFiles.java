package dev.edaworkshop.testkit.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Brings freshly compiled classes to where they belong, file by file and only what differs: somebody may be reading. */
final class ClassFiles {
    private static final String CLASS = ".class";

    private ClassFiles() {}

    static boolean isClass(Path file) {
        return file.toString().endsWith(CLASS);
    }

    /** The files below a folder, relative to it. */
    static List<Path> below(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).map(folder::relativize).toList();
        }
    }

    /** Makes the classes those of the fresh folder; resources stay. */
    static void replaceAll(Path from, List<Path> fresh, Path classes) throws IOException {
        Files.createDirectories(classes);
        Set<Path> wanted = Set.copyOf(fresh);
        for (Path old : below(classes)) {
            if (isClass(old) && !wanted.contains(old)) {
                Files.delete(classes.resolve(old));
            }
        }
        copy(from, fresh, classes);
    }

    /**
     * Replaces classes, if nobody outside of their sources can tell the difference.
     *
     * @return false if somebody could; then nothing has changed
     */
    static boolean replaceSameShape(Path from, List<Path> fresh, Path classes) throws IOException {
        Set<Path> old = oldOnes(fresh, classes);
        for (Path file : fresh) {
            boolean isNew = !old.contains(file);
            if (isSeenByOthers(file)
                    && (isNew
                            || !ClassShape.of(Files.readAllBytes(from.resolve(file)))
                                    .equals(ClassShape.of(Files.readAllBytes(classes.resolve(file)))))) {
                return false;
            }
        }
        Set<Path> gone = new HashSet<>(old);
        fresh.forEach(gone::remove);
        if (gone.stream().anyMatch(ClassFiles::isSeenByOthers)) {
            return false;
        }
        for (Path file : gone) {
            Files.delete(classes.resolve(file));
        }
        copy(from, fresh, classes);
        return true;
    }

    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** The classes of the same sources as they were. */
    private static Set<Path> oldOnes(List<Path> fresh, Path classes) throws IOException {
        Set<Path> outermost = new HashSet<>();
        fresh.forEach(file -> outermost.add(outermost(file)));
        Set<Path> old = new HashSet<>();
        for (Path file : below(classes)) {
            if (isClass(file) && outermost.contains(outermost(file))) {
                old.add(file);
            }
        }
        return old;
    }

    /** {@code shop/Order.class} for {@code shop/Order$Line.class}. */
    private static Path outermost(Path file) {
        String name = file.getFileName().toString();
        int end = name.indexOf('$');
        return file.resolveSibling(end < 0 ? name : name.substring(0, end) + CLASS);
    }

    /** Not so an anonymous or local class, {@code Order$1.class}. */
    private static boolean isSeenByOthers(Path file) {
        return !file.getFileName().toString().matches(".*\\$\\d.*");
    }

    private static void copy(Path from, List<Path> fresh, Path classes) throws IOException {
        for (Path file : fresh) {
            SameFiles.copy(from.resolve(file), classes.resolve(file));
        }
        delete(from);
    }
}
