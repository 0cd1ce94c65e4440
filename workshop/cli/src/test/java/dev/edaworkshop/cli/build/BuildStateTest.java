package dev.edaworkshop.cli.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildStateTest {
    private static final FileTime WRITTEN = FileTime.from(Instant.parse("2026-11-20T10:00:00Z"));
    private static final FileTime BUILT = FileTime.from(Instant.parse("2026-11-20T10:01:00Z"));
    private static final FileTime LATER = FileTime.from(Instant.parse("2026-11-20T10:02:00Z"));

    @TempDir
    private Path root;

    @BeforeEach
    void a_project_that_was_built_a_minute_after_it_was_written() throws Exception {
        for (String file : new String[] {
            "pom.xml", "workshop/cli/pom.xml", "workshop/cli/src/main/java/A.java", "workshop/cli/src/test/java/T.java"
        }) {
            Files.createDirectories(root.resolve(file).getParent());
            Files.createFile(root.resolve(file));
        }
        Files.createDirectories(root.resolve("workshop/empty"));
        try (Stream<Path> all = Files.walk(root)) {
            for (Path path : all.toList()) {
                Files.setLastModifiedTime(path, WRITTEN);
            }
        }
        Path jar = BuildState.commandJar(root);
        Files.createDirectories(jar.getParent());
        Files.createFile(jar);
        Files.setLastModifiedTime(jar, BUILT);
    }

    @Test
    void is_up_to_date_when_the_command_is_newer_than_its_sources() {
        assertThat(BuildState.of(root)).isEqualTo(new BuildState.UpToDate());
    }

    @Test
    void names_the_source_that_changed() throws Exception {
        Files.setLastModifiedTime(root.resolve("workshop/cli/src/main/java/A.java"), LATER);

        assertThat(BuildState.of(root))
                .isEqualTo(new BuildState.OutOfDate(Path.of("workshop/cli/src/main/java/A.java")));
    }

    @Test
    void notices_a_deleted_source_by_its_folder() throws Exception {
        Files.delete(root.resolve("workshop/cli/src/main/java/A.java"));

        assertThat(BuildState.of(root)).isEqualTo(new BuildState.OutOfDate(Path.of("workshop/cli/src/main/java")));
    }

    @Test
    void does_not_look_at_tests() throws Exception {
        Files.setLastModifiedTime(root.resolve("workshop/cli/src/test/java/T.java"), LATER);

        assertThat(BuildState.of(root)).isEqualTo(new BuildState.UpToDate());
    }

    @Test
    void is_not_built_without_the_command() throws Exception {
        Files.delete(BuildState.commandJar(root));

        assertThat(BuildState.of(root)).isEqualTo(new BuildState.NotBuilt());
    }

    @Test
    void a_source_from_the_future_does_not_mean_building_for_ever() throws Exception {
        Files.setLastModifiedTime(root.resolve("pom.xml"), LATER);

        BuildState.touch(root);

        assertThat(BuildState.of(root)).isEqualTo(new BuildState.UpToDate());
    }
}
