package dev.edaworkshop.localcloud.lambda;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The classes that processes have loaded, in the form that the JVM writes and reads.
 *
 * @param classes lines that name a class
 * @param links lines that begin with {@code @}: what the classes refer to
 */
record ClassList(Set<String> classes, Set<String> links) {

    static ClassList read(Path file) throws IOException {
        return merge(List.of(file));
    }

    /** What any of the processes has loaded. */
    static ClassList merge(List<Path> files) throws IOException {
        Set<String> classes = new LinkedHashSet<>();
        Set<String> links = new LinkedHashSet<>();
        for (Path file : files) {
            for (String line : Files.readAllLines(file)) {
                if (line.startsWith("@")) {
                    links.add(line);
                } else if (!line.startsWith("#") && !line.contains(" source: ")) {
                    // The number after the name is the class's in this process only.
                    classes.add(line.split(" ", 2)[0]);
                }
            }
        }
        return new ClassList(classes, links);
    }

    /** The JVM writes what it has linked when it ends; one that was killed has not. */
    boolean isComplete() {
        return links.stream().anyMatch(line -> line.startsWith("@cp "));
    }

    /** Whether less than one in twenty of these classes is new to the other list: then an archive of its own is no gain. */
    boolean addsLittleTo(ClassList other) {
        long added =
                classes.stream().filter(line -> !other.classes.contains(line)).count();
        return added * 20 < classes.size();
    }

    /** Replaces the file, at once. */
    void writeTo(Path file) throws IOException {
        Path temporary = Files.createTempFile(file.getParent(), "list", ".tmp");
        Files.write(temporary, (Iterable<String>) Stream.concat(classes.stream(), links.stream())::iterator);
        Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
