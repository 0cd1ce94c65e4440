package dev.edaworkshop.testkit.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Copies files that differ, so that whoever looks at times and hashes sees what has changed. */
final class SameFiles {
    private SameFiles() {}

    /** Makes the copy equal to the original, at once for whoever reads it. */
    static void copy(Path original, Path copy) throws IOException {
        if (Files.isRegularFile(copy) && Files.mismatch(original, copy) < 0) {
            return;
        }
        Files.createDirectories(copy.resolveSibling("."));
        Path unfinished = copy.resolveSibling(copy.getFileName() + ".new");
        Files.copy(original, unfinished, StandardCopyOption.REPLACE_EXISTING);
        Files.move(unfinished, copy, StandardCopyOption.REPLACE_EXISTING);
    }
}
