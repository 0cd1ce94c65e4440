package dev.edaworkshop.localcloud.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodeCopiesTest {
    @TempDir
    private Path directory;

    private Path source;
    private Path classFile;

    @BeforeEach
    void someCode() throws IOException {
        source = Files.createDirectories(directory.resolve("target/classes"));
        classFile = Files.writeString(
                Files.createDirectories(source.resolve("shop")).resolve("Till.class"), "v1");
    }

    @Test
    void a_copy_stays_as_it_was_while_a_build_replaces_the_original() throws IOException {
        try (var copies = new CodeCopies(cache())) {
            Path kept = copies.keep(hash(1), source, List.of(classFile));
            Files.writeString(classFile, "v2");

            assertThat(kept.resolve("shop/Till.class")).hasContent("v1");
            assertThat(copies.keep(hash(1), source, List.of(classFile))).isEqualTo(kept);
        }
    }

    @Test
    void what_one_cloud_runs_outlives_any_number_of_copies_of_another() throws IOException {
        try (var mine = new CodeCopies(cache());
                var others = new CodeCopies(cache())) {
            Path kept = mine.keep(hash(1), source, List.of(classFile));
            for (int i = 0; i < 600; i++) {
                others.keep(hash(i), source, List.of(classFile));
            }

            assertThat(kept.resolve("shop/Till.class")).hasContent("v1");
        }
    }

    /** Also after this process has tidied up itself, which must not cost it its lock. */
    @Test
    void what_one_process_runs_no_other_process_deletes() throws IOException, InterruptedException {
        try (var mine = new CodeCopies(cache());
                var alsoMine = new CodeCopies(cache())) {
            Path kept = mine.keep(hash(1), source, List.of(classFile));
            Path alsoKept = alsoMine.keep(hash(1), source, List.of(classFile));

            Process other = new ProcessBuilder(
                            ProcessHandle.current().info().command().orElseThrow(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            OtherCopies.class.getName(),
                            cache().toString(),
                            source.toString(),
                            classFile.toString())
                    .inheritIO()
                    .start();

            assertThat(other.waitFor()).isZero();
            assertThat(kept).exists();
            assertThat(alsoKept).exists();
        }
    }

    @Test
    void the_one_that_was_not_asked_for_longest_makes_room() throws IOException {
        try (var copies = new CodeCopies(cache())) {
            Path inUse = copies.keep(hash(0), source, List.of(classFile));
            Path forgotten = copies.keep(hash(1), source, List.of(classFile));
            for (int i = 2; i < 501; i++) {
                copies.keep(hash(0), source, List.of(classFile));
                copies.keep(hash(i), source, List.of(classFile));
            }

            assertThat(inUse).exists();
            assertThat(forgotten).doesNotExist();
        }
    }

    @Test
    void a_closed_cloud_leaves_nothing() throws IOException {
        var copies = new CodeCopies(cache());
        copies.keep(hash(1), source, List.of(classFile));
        copies.close();

        assertThat(cache()).isEmptyDirectory();
    }

    @Test
    void what_a_killed_process_left_is_deleted() throws IOException {
        Path left = Files.createDirectories(cache().resolve("left-by-a-killed-process"));
        Files.writeString(left.resolve("Till.class"), "v0");
        Path lock = Files.createFile(cache().resolve("left-by-a-killed-process.lock"));

        try (var copies = new CodeCopies(cache())) {
            copies.keep(hash(1), source, List.of(classFile));

            assertThat(left).doesNotExist();
            assertThat(lock).doesNotExist();
        }
    }

    private Path cache() {
        return directory.resolve("cache");
    }

    private static String hash(int version) {
        return "%064x".formatted(version).substring(32).repeat(2);
    }
}
