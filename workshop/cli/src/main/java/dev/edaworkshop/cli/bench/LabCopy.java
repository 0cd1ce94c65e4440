package dev.edaworkshop.cli.bench;

import dev.edaworkshop.cli.project.Lab;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A lab, solved, in a temporary folder, to be edited and thrown away. */
final class LabCopy implements AutoCloseable {
    private final Path root;
    private final Lab lab;

    private LabCopy(Path root, Lab lab) {
        this.root = root;
        this.lab = lab;
    }

    static LabCopy of(Lab lab) {
        try {
            Path root = Files.createTempDirectory("lab-benchmark-");
            Path starter = root.resolve(lab.folderName());
            Path solution = root.resolve("solutions").resolve(lab.folderName());
            copy(lab.solution().resolve("src/main"), starter.resolve("src/main"));
            copy(lab.starter().resolve("src/test"), starter.resolve("src/test"));
            for (String file : List.of("cdk.json", "target/lab.classpath", "target/function/lib")) {
                copy(lab.starter().resolve(file), starter.resolve(file));
            }
            copy(lab.solution().resolve("exercises.yaml"), solution.resolve("exercises.yaml"));
            return new LabCopy(root, new Lab(lab.number(), lab.folderName(), starter, solution));
        } catch (IOException e) {
            throw new UncheckedIOException("The lab cannot be copied", e);
        }
    }

    Lab lab() {
        return lab;
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The copy of the lab stays in " + root, e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.resolveSibling("."));
                Files.copy(file, copy);
            }
        }
    }
}
