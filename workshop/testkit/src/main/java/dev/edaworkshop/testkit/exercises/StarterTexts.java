package dev.edaworkshop.testkit.exercises;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the starter has in place of a region: the TODO, and the code that stands in until it is done. The text for
 * region 1.2 of {@code Catalogue.java} is in {@code starter/Catalogue.1.2.java}, next to the solution's sources.
 */
final class StarterTexts {

    static final String FOLDER = "starter";

    private final Path solution;
    private final Set<Path> used = new HashSet<>();

    StarterTexts(Path solution) {
        this.solution = solution;
    }

    /** Where the text for a region of a file is, from the solution's folder. */
    static Path path(Path file, String region) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return Path.of(FOLDER, "%s.%s%s".formatted(name.substring(0, dot), region, name.substring(dot)));
    }

    /**
     * @return empty if there is none
     * @throws IllegalStateException if another file of the same name has taken it
     */
    Optional<String> text(Path file, String region) {
        Path text = solution.resolve(path(file, region));
        if (!Files.isRegularFile(text)) {
            return Optional.empty();
        }
        if (!used.add(text)) {
            throw new IllegalStateException(
                    "%s would stand in two files of the starter; files with regions need names of their own"
                            .formatted(path(file, region)));
        }
        try {
            return Optional.of(Files.readString(text));
        } catch (IOException e) {
            throw new IllegalStateException("%s cannot be read".formatted(text), e);
        }
    }

    /** @throws IllegalStateException naming the texts no region asked for */
    void requireAllUsed() throws IOException {
        Path folder = solution.resolve(FOLDER);
        if (!Files.isDirectory(folder)) {
            return;
        }
        List<String> unused = new ArrayList<>();
        try (Stream<Path> texts = Files.list(folder)) {
            texts.filter(text -> !used.contains(text))
                    .forEach(text -> unused.add(solution.relativize(text).toString()));
        }
        if (!unused.isEmpty()) {
            throw new IllegalStateException(
                    "No region of the solution in %s is replaced by %s. Add the markers, or delete the file."
                            .formatted(solution, unused.stream().sorted().toList()));
        }
    }
}
