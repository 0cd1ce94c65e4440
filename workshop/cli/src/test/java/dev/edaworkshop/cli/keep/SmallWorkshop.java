package dev.edaworkshop.cli.keep;

import dev.edaworkshop.testkit.exercises.LabFile;
import dev.edaworkshop.testkit.exercises.LabFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Two small labs with their solutions in a temporary folder. */
final class SmallWorkshop {
    static final List<String> LABS = List.of("lab1-boats", "lab2-ropes");
    static final Map<String, Set<String>> EXERCISES =
            Map.of("lab1-boats", Set.of("1.1", "1.2"), "lab2-ropes", Set.of("2.1"));

    private static final String QUEUE = """
            package boats;

            import java.util.List;

            final class Queue {
                private final List<String> boats;

                // begin exercise 1.1
                // The solution of 1.1.
                void moor(String boat) {
                    boats.add(boat);
                }
                // end exercise 1.1

                String first() {
                    return boats.getFirst();
                }

                // begin exercise 1.2
                void leave() {
                    boats.removeFirst();
                }
                // end exercise 1.2
            }
            """;

    final Path root;
    private final Map<String, SortedMap<Path, LabFile>> files = new HashMap<>();

    /** Writes the solutions, and the starters as a fresh clone has them. */
    SmallWorkshop(Path root) {
        this.root = root;
        write("README.md", "Not a lab.\n");
        write("solutions/lab1-boats/src/main/java/boats/Queue.java", QUEUE);
        write("solutions/lab1-boats/starter/Queue.1.1.java", "    // TODO 1.1\n    void moor(String boat) {}\n");
        write("solutions/lab1-boats/starter/Queue.1.2.java", "    // TODO 1.2\n");
        write("solutions/lab1-boats/src/main/java/boats/infra/Pier.java", "package boats.infra;\n\nfinal class Pier {}\n");
        write("solutions/lab1-boats/pom.xml", "<project>\n  <!-- begin module -->\n  <a/>\n  <!-- end module -->\n</project>\n");
        write("solutions/lab1-boats/starter/pom.module.xml", "  <lab/>\n");
        write("solutions/lab2-ropes/Rope.java", "class Rope {\n    // begin exercise 2.1\n    int length = 7;\n    // end exercise 2.1\n}\n");
        write("solutions/lab2-ropes/starter/Rope.2.1.java", "    int length; // TODO 2.1\n");
        write("lab1-boats/src/test/java/boats/QueueTest.java", "class QueueTest {}\n");
        LABS.forEach(lab -> files(lab).forEach((path, file) -> write(lab + "/" + path, file.starter())));
    }

    /** The same workshop, where it has been written before. */
    static SmallWorkshop existing(Path root) {
        return new SmallWorkshop(root, true);
    }

    private SmallWorkshop(Path root, boolean existing) {
        this.root = root;
        if (existing != Files.exists(root)) {
            throw new IllegalArgumentException("There is no workshop in " + root);
        }
    }

    Keeper keeper(Disk disk) {
        return new Keeper(root, root.resolve(".lab"), disk, () -> Instant.EPOCH, notice -> {});
    }

    SortedMap<Path, LabFile> files(String lab) {
        return files.computeIfAbsent(lab, name -> {
            try {
                return LabFiles.of(root.resolve("solutions").resolve(name), EXERCISES.get(name));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    LabEdit edit(String lab) {
        return new LabEdit(root.resolve(lab), files(lab));
    }

    void write(String path, String text) {
        write(path, text.getBytes(StandardCharsets.UTF_8));
    }

    void write(String path, byte[] bytes) {
        try {
            if (path.startsWith("solutions")) {
                files.clear();
            }
            Path file = root.resolve(path);
            Files.createDirectories(Disk.parent(file));
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String read(String path) {
        try {
            return Files.readString(root.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything in the labs: files with content and permissions, links, folders. */
    SortedMap<String, Entry> tree() {
        SortedMap<String, Entry> tree = new TreeMap<>();
        Disk disk = new Disk();
        try {
            for (String lab : LABS) {
                if (Files.exists(root.resolve(lab), LinkOption.NOFOLLOW_LINKS)) {
                    try (Stream<Path> all = Files.walk(root.resolve(lab))) {
                        for (Path path : all.toList()) {
                            String name = Plan.path(root, path);
                            tree.put(name, disk.look(path, name));
                        }
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return tree;
    }
}
