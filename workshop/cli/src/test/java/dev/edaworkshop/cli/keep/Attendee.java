package dev.edaworkshop.cli.keep;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Does to the files of a lab what people do, at random. */
final class Attendee {
    private static final List<String> PLACES = List.of(
            "lab1-boats/src/main/java/boats/Queue.java",
            "lab1-boats/src/main/java/boats/infra/Pier.java",
            "lab1-boats/src/main/java/boats/infra",
            "lab1-boats/src/main/java/boats/Mine.java",
            "lab1-boats/src/main/java/boats/mine/Deep.java",
            "lab1-boats/src/test/java/boats/MineTest.java",
            "lab1-boats/pom.xml",
            "lab1-boats/.idea",
            "lab1-boats/notes",
            "lab2-ropes/Rope.java",
            "lab2-ropes/Knot.java");

    private final SmallWorkshop workshop;
    private final Random random;

    Attendee(SmallWorkshop workshop, Random random) {
        this.workshop = workshop;
        this.random = random;
    }

    String act() throws IOException {
        String path = PLACES.get(random.nextInt(PLACES.size()));
        Path file = workshop.root.resolve(path);
        int what = random.nextInt(10);
        switch (what) {
            case 0 -> delete(file);
            case 1 -> replace(path, "");
            case 2 -> replace(path, "\u0000\u00ff binary " + random.nextLong());
            case 3 -> {
                delete(file);
                makeWay(file);
                Files.createDirectories(file.resolve("empty"));
            }
            case 4 -> {
                if (Files.isRegularFile(file)) {
                    Modes.apply(file, "r--r--r--");
                }
            }
            case 5 -> link(file);
            case 6 -> replace(path, text(file).replace("\n", "\r\n"));
            default -> replace(path, edited(text(file)));
        }
        return "attendee " + what + " " + path;
    }

    /** A new version of the workshop: files that the attendee has not touched come along, as with {@code git pull}. */
    String update() throws IOException {
        String source = "solutions/lab1-boats/src/main/java/boats/Queue.java";
        var before = workshop.files("lab1-boats");
        String text = workshop.read(source);
        workshop.write(source, switch (random.nextInt(3)) {
            case 0 -> text.replace("package boats;", "package boats;\n// version " + random.nextInt());
            case 1 -> text.replace("boats.add(boat);", "boats.add(boat + %d);".formatted(random.nextInt()));
            default -> text.replace("    String first() {", "    // new\n    String first() {");
        });
        workshop.write("solutions/lab1-boats/New%d.java".formatted(random.nextInt(3)), "class New {}\n");
        workshop.files("lab1-boats").forEach((path, now) -> {
            Path file = workshop.root.resolve("lab1-boats").resolve(path);
            boolean isNew = !before.containsKey(path) && !Files.exists(file, LinkOption.NOFOLLOW_LINKS);
            if (isNew || (before.containsKey(path) && isUntouched(file, before.get(path).starter()))) {
                workshop.write("lab1-boats/" + path, now.starter());
            }
        });
        return "update";
    }

    private static boolean isUntouched(Path file, byte[] starter) {
        try {
            return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                    && Disk.sha256(Files.readAllBytes(file)).equals(Disk.sha256(starter));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private String edited(String text) {
        List<String> lines = text.lines().toList();
        String mine = "    // mine " + random.nextLong() + "\n";
        if (lines.isEmpty()) {
            return mine;
        }
        int at = random.nextInt(lines.size());
        StringBuilder edited = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            boolean dropped = i == at && random.nextBoolean();
            edited.append(dropped ? "" : lines.get(i) + "\n").append(i == at ? mine : "");
        }
        return edited.toString();
    }

    private static String text(Path file) throws IOException {
        return Files.isRegularFile(file) ? new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.UTF_8) : "";
    }

    private void replace(String path, String text) throws IOException {
        Path file = workshop.root.resolve(path);
        delete(file);
        makeWay(file);
        workshop.write(path, text);
    }

    private void link(Path file) throws IOException {
        if (!file.endsWith("infra")) { // a folder that is a link is refused, which another test looks at
            delete(file);
            makeWay(file);
            Files.createSymbolicLink(file, Path.of("nowhere"));
        }
    }

    /** A file where a folder has to be goes. */
    private void makeWay(Path file) throws IOException {
        for (Path parent = Disk.parent(file); !parent.equals(workshop.root); parent = Disk.parent(parent)) {
            if (Files.exists(parent, LinkOption.NOFOLLOW_LINKS) && !Files.isDirectory(parent, LinkOption.NOFOLLOW_LINKS)) {
                Files.delete(parent);
            }
        }
        Files.createDirectories(Disk.parent(file));
    }

    static void delete(Path tree) throws IOException {
        if (!Files.exists(tree, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(tree, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) throws IOException {
                Files.delete(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
