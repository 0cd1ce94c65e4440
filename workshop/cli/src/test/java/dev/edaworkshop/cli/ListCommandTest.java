package dev.edaworkshop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.edaworkshop.cli.console.Json;
import dev.edaworkshop.cli.project.Project;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListCommandTest {
    @TempDir
    private Path root;

    @BeforeEach
    void two_labs_of_which_one_has_a_page() throws Exception {
        for (String lab : new String[] {"lab2-sns-filters", "lab1-pubsub"}) {
            Files.createDirectories(root.resolve(lab));
            Files.createDirectories(root.resolve("solutions").resolve(lab));
        }
        Files.createDirectories(root.resolve("guide"));
        Files.createFile(root.resolve("guide/lab1-pubsub.md"));
    }

    @Test
    void shows_where_to_edit_and_what_to_read() {
        Lab lab = Lab.run(() -> new Project(root), "list");

        assertThat(lab.exit()).isZero();
        assertThat(lab.out())
                .isEqualToNormalizingNewlines("""
                1  lab1-pubsub
                   edit  lab1-pubsub
                   read  guide%slab1-pubsub.md
                2  lab2-sns-filters
                   edit  lab2-sns-filters
                """.formatted(root.getFileSystem().getSeparator()));
    }

    @Test
    void as_json_it_has_the_paths() throws Exception {
        Lab lab = Lab.run(() -> new Project(root), "list", "--json");

        assertThat(Json.parse(lab.out())).hasSize(2).first().satisfies(first -> {
            assertThat(first.path("lab").asInt()).isEqualTo(1);
            assertThat(first.path("name").asText()).isEqualTo("lab1-pubsub");
            assertThat(Path.of(first.path("starter").asText())).isEqualTo(root.resolve("lab1-pubsub"));
            assertThat(Path.of(first.path("solution").asText())).isEqualTo(root.resolve("solutions/lab1-pubsub"));
        });
    }
}
