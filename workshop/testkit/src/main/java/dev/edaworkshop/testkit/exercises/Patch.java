package dev.edaworkshop.testkit.exercises;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A small change to one file.
 *
 * @param file from the lab's folder, with slashes
 * @param replace text that occurs in the file exactly once
 */
public record Patch(String file, String replace, String with) {

    /**
     * Applies the patches, one after the other, to the files below a copy of the solution.
     *
     * @throws IllegalStateException if a patch no longer fits; the message says which and why
     */
    public static void apply(List<Patch> patches, Path folder) throws IOException {
        for (Patch patch : patches) {
            Path file = folder.resolve(patch.file());
            if (!Files.isRegularFile(file)) {
                throw new IllegalStateException(
                        "Patch of %s: there is no such file in %s".formatted(patch.file(), folder));
            }
            Files.writeString(file, patch.applyTo(Files.readString(file)));
        }
    }

    String applyTo(String text) {
        int first = text.indexOf(replace);
        if (first < 0 || text.indexOf(replace, first + 1) >= 0) {
            throw new IllegalStateException("Patch of %s: this text occurs %s, and has to occur exactly once:%n%s"
                    .formatted(file, first < 0 ? "nowhere" : "more than once", replace.indent(4)));
        }
        return text.substring(0, first) + with + text.substring(first + replace.length());
    }
}
