package dev.edaworkshop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.edaworkshop.cli.console.Json;
import dev.edaworkshop.cli.project.Project;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists this very project. */
class ListCommandTest {
    private final Project project = new Project(Path.of("../.."));

    @Test
    void shows_each_lab_with_where_to_edit_what_to_read_and_its_exercises() {
        Lab lab = Lab.run(() -> project, "list");

        assertThat(lab.exit()).isZero();
        assertThat(lab.out())
                .contains("Lab 1  The shop starts to talk", "  edit  lab1-pubsub", "  read  guide/lab1-pubsub.md")
                .containsPattern("1\\.2 +name-the-fact +about \\d+ minutes");
    }

    @Test
    void shows_one_lab_alone() {
        Lab lab = Lab.run(() -> project, "list", "3");

        assertThat(lab.exit()).isZero();
        assertThat(lab.out()).contains("Lab 3  ", "3.7").doesNotContain("Lab 1  ", "Lab 4  ");
    }

    @Test
    void as_json_it_has_the_paths_and_the_exercises() throws Exception {
        Lab lab = Lab.run(() -> project, "list", "--json");

        JsonNode first = Json.parse(lab.out()).path(0);
        assertThat(first.path("lab").asInt()).isEqualTo(1);
        assertThat(Path.of(first.path("starter").asText())).isDirectory();
        assertThat(Path.of(first.path("solution").asText())).isDirectory();
        assertThat(first.path("exercises"))
                .extracting(exercise -> exercise.path("id").asText())
                .contains("1.1", "1.2", "1.3");
    }

    @Test
    void an_empty_project_says_so(@TempDir Path empty) {
        Lab lab = Lab.run(() -> new Project(empty), "list");

        assertThat(lab.out()).contains("There are no labs in " + empty);
    }
}
