package dev.edaworkshop.localcloud.lambda;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The classes of functions as they were deployed, by their content.
 *
 * <p>A process loads classes when it first needs them, and by then a build may have replaced them: deployed code must not
 * change, so processes run a copy.
 */
final class CodeCopies {
    /** A copy is small; this many versions are kept of all functions together. */
    private static final int MAX_COPIES = 100;

    private final Path directory;

    CodeCopies(Path directory) {
        this.directory = directory;
    }

    /**
     * A directory with copies of the files.
     *
     * @param sha256 of what is in the files, in hexadecimal
     * @param root the files are below it
     */
    Path keep(String sha256, Path root, List<Path> files) throws IOException {
        Path kept = directory.resolve(sha256.substring(0, 32));
        if (!Files.exists(kept)) {
            copy(root, files, kept);
            tidyUp(kept);
        }
        return kept;
    }

    private void copy(Path root, List<Path> files, Path kept) throws IOException {
        Files.createDirectories(directory);
        Path unfinished = Files.createTempDirectory(directory, "copying");
        for (Path file : files) {
            Path copy = unfinished.resolve(root.relativize(file).toString());
            Files.createDirectories(copy.resolveSibling("."));
            Files.copy(file, copy);
        }
        try {
            Files.move(unfinished, kept, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException | AtomicMoveNotSupportedException e) {
            if (!Files.exists(kept)) {
                throw e;
            }
            delete(unfinished);
        }
    }

    /** Another local cloud may run old code or tidy up as well, so nothing here has to succeed. */
    private void tidyUp(Path newest) {
        try (Stream<Path> all = Files.list(directory)) {
            all.filter(copy -> !copy.equals(newest))
                    .sorted(Comparator.comparing(CodeCopies::made).reversed())
                    .skip(MAX_COPIES - 1)
                    .forEach(CodeCopies::delete);
        } catch (IOException e) {
            // It lies in a cache that may be deleted as a whole.
        }
    }

    private static FileTime made(Path copy) {
        try {
            return Files.getLastModifiedTime(copy);
        } catch (IOException e) {
            return FileTime.fromMillis(0);
        }
    }

    private static void delete(Path copy) {
        try (Stream<Path> files = Files.walk(copy)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            // Another time.
        }
    }
}
