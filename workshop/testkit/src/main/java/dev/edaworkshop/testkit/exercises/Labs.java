package dev.edaworkshop.testkit.exercises;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Finds the labs of a repository. */
public final class Labs {

    /** The folders {@code solutions/labN-…}, in the order of the labs. */
    public static List<Path> solutions(Path repository) {
        try (Stream<Path> folders = Files.list(repository.resolve("solutions"))) {
            return folders.filter(folder -> Files.exists(folder.resolve(Exercises.FILE)))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Labs() {}
}
