package dev.edaworkshop.testkit.exercises;

import java.nio.file.Path;
import java.util.List;

/** An {@code exercises.yaml} that does not say what it has to; the message lists everything that is wrong with it. */
public final class InvalidExercisesException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidExercisesException(Path file, List<String> problems) {
        super("%s:%n%s"
                .formatted(
                        file,
                        String.join(System.lineSeparator(), problems).indent(2).stripTrailing()));
    }
}
