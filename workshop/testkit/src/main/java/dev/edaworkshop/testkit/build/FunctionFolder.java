package dev.edaworkshop.testkit.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What {@code Code.fromAsset("target/function")} points at: the lab's classes without the stack's, and {@code lib/}. */
final class FunctionFolder {
    /** The stack, and the programs that an attendee runs in a terminal. */
    private static final Set<String> STAYS_AT_HOME = Set.of("infra", "terminals");

    private final LabProject lab;

    FunctionFolder(LabProject lab) {
        this.lab = lab;
    }

    /** Makes the folder equal to the lab's classes; Maven has filled {@code lib/}. */
    void layOut() {
        Path function = lab.function();
        try {
            Files.createDirectories(function);
            Set<Path> wanted = new HashSet<>();
            for (Path file : filesBelow(lab.classes())) {
                Path relative = lab.classes().relativize(file);
                if (!staysAtHome(relative)) {
                    wanted.add(relative);
                    SameFiles.copy(file, function.resolve(relative));
                }
            }
            for (Path file : filesBelow(function)) {
                Path relative = function.relativize(file);
                if (!relative.startsWith("lib") && !wanted.contains(relative)) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new LabBuildException(
                    "The folder %s of %s cannot be written: %s".formatted(function, lab.name(), e.getMessage()), e);
        }
    }

    private static List<Path> filesBelow(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static boolean staysAtHome(Path classFile) {
        for (Path part : classFile) {
            if (STAYS_AT_HOME.contains(part.toString())) {
                return true;
            }
        }
        return false;
    }
}
