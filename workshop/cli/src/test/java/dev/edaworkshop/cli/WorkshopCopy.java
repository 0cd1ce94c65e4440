package dev.edaworkshop.cli;

import dev.edaworkshop.cli.project.Lab;
import dev.edaworkshop.cli.project.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A workshop with lab 1 and the guide in a temporary folder, so that a test may write where attendees write. */
public final class WorkshopCopy implements AutoCloseable {
    private final Path root;

    private WorkshopCopy(Path root) {
        this.root = root;
    }

    public static WorkshopCopy make() {
        Project project = Project.find(Optional.empty(), Path.of(""));
        Lab lab = project.lab("1");
        try {
            Path root = Files.createTempDirectory("workshop-copy-").toRealPath();
            Files.createDirectories(root.resolve("workshop/cli"));
            copy(project.root().resolve("pom.xml"), root.resolve("pom.xml"));
            copy(project.root().resolve("guide"), root.resolve("guide"));
            for (String part : List.of("src", "pom.xml", "cdk.json", "target/lab.classpath", "target/function/lib")) {
                copy(lab.starter().resolve(part), root.resolve(lab.folderName()).resolve(part));
            }
            for (String part : List.of("src", "starter", "demo", "exercises.yaml", "pom.xml", "cdk.json")) {
                copy(
                        lab.solution().resolve(part),
                        root.resolve("solutions").resolve(lab.folderName()).resolve(part));
            }
            return new WorkshopCopy(root);
        } catch (IOException e) {
            throw new UncheckedIOException("The workshop cannot be copied", e);
        }
    }

    public Path root() {
        return root;
    }

    public Lab lab() {
        return new Project(root).lab("1");
    }

    /** Saves a change, as an editor does. */
    public void edit(String file, String replace, String with) throws IOException {
        Path path = lab().starter().resolve(file);
        String before = Files.readString(path);
        if (!before.contains(replace)) {
            throw new IllegalArgumentException("%s does not have %s".formatted(file, replace));
        }
        Files.writeString(path, before.replace(replace, with));
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The copy of the workshop stays in " + root, e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.toAbsolutePath().resolveSibling("."));
                Files.copy(file, copy);
            }
        }
    }
}
