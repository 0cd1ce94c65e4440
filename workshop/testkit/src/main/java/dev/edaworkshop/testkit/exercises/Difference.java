package dev.edaworkshop.testkit.exercises;

import java.nio.file.Path;

/**
 * Where a checked-in starter is not what its solution yields.
 *
 * @param file from the lab's folder
 */
public record Difference(Path file, String what) {
    @Override
    public String toString() {
        return file + " " + what;
    }
}
