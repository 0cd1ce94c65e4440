package dev.edaworkshop.testkit.exercises;

import java.nio.file.Path;

/** A marker in a solution that cannot be followed; the message says where it is and what to do. */
public final class InvalidMarkerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidMarkerException(Path file, int line, String whatToDo) {
        super("%s:%d: %s".formatted(file, line, whatToDo));
    }
}
