package dev.edaworkshop.cli.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.edaworkshop.cli.console.LabException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectTest {
    private static final List<ExerciseId> EXERCISES = List.of(
            new ExerciseId(1, 1, Optional.of("four-terminals")), new ExerciseId(1, 2, Optional.of("name-the-fact")));

    @TempDir
    private Path root;

    private Project project;

    @BeforeEach
    void two_labs() throws Exception {
        for (String folder : List.of(
                "lab1-pubsub",
                "solutions/lab1-pubsub",
                "lab2-sns-filters",
                "solutions/lab2-sns-filters",
                "lab3-without-solution",
                "workshop/cli",
                "lab1-pubsub/src/main")) {
            Files.createDirectories(root.resolve(folder));
        }
        Files.createFile(root.resolve("pom.xml"));
        project = new Project(root);
    }

    @Test
    void labs_are_the_folders_with_a_solution_by_number() {
        assertThat(project.labs()).extracting(Lab::folderName).containsExactly("lab1-pubsub", "lab2-sns-filters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "lab1", "lab1-pubsub", "lab1-pubsub/", "lab1-pubsub\\", "./lab1-pubsub", "1-pubsub"})
    void finds_a_lab_however_it_is_typed(String typed) {
        assertThat(project.lab(typed).folderName()).isEqualTo("lab1-pubsub");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "lab9", "lab1-sns-filters", "pubsub", "0", "-1", "lab1/../lab1"})
    void an_unknown_lab_is_refused_with_a_list_of_what_there_is(String typed) {
        assertThatExceptionOfType(UnknownLabException.class)
                .isThrownBy(() -> project.lab(typed))
                .withMessageContaining("This project has: lab1-pubsub, lab2-sns-filters.")
                .withMessageContaining("by number (1) or by folder");
    }

    @Test
    void knows_the_lab_one_is_in() {
        assertThat(project.labAt(root.resolve("lab1-pubsub/src/main")).map(Lab::number))
                .contains(1);
        assertThat(project.labAt(root.resolve("solutions/lab2-sns-filters")).map(Lab::number))
                .contains(2);
        assertThat(project.labAt(root)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.2", "1.2-name-the-fact"})
    void completes_an_exercise(String typed) {
        ExerciseId asked = ExerciseId.parse(typed).orElseThrow();

        assertThat(Project.exercise(asked, EXERCISES)).hasToString("1.2-name-the-fact");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.3", "1.2-fan-out"})
    void an_unknown_exercise_is_refused_with_a_list_of_what_there_is(String typed) {
        ExerciseId asked = ExerciseId.parse(typed).orElseThrow();

        assertThatExceptionOfType(UnknownExerciseException.class)
                .isThrownBy(() -> Project.exercise(asked, EXERCISES))
                .withMessageContaining(typed)
                .withMessageContaining("There are: 1.1-four-terminals, 1.2-name-the-fact.");
    }

    @Test
    void a_selection_is_a_lab_or_an_exercise() {
        assertThat(Selection.parse("1")).isEqualTo(new LabId(1, Optional.empty()));
        assertThat(Selection.parse("lab1-pubsub")).isEqualTo(new LabId(1, Optional.of("pubsub")));
        assertThat(Selection.parse("1.2")).isEqualTo(new ExerciseId(1, 2, Optional.empty()));
        assertThatExceptionOfType(LabException.class)
                .isThrownBy(() -> Selection.parse("first"))
                .withMessageContaining("“first” is neither a lab nor an exercise")
                .withMessageContaining("./lab list");
    }

    @Test
    void is_found_from_any_folder_inside() {
        assertThat(Project.find(Optional.empty(), root.resolve("lab1-pubsub/src/main"))
                        .root())
                .isEqualTo(root);
    }

    @Test
    void the_launch_script_decides_wherever_one_is(@TempDir Path elsewhere) {
        assertThat(Project.find(Optional.of(root), elsewhere).root()).isEqualTo(root);
    }

    @Test
    void elsewhere_one_is_told_to_change_folders(@TempDir Path elsewhere) {
        assertThatExceptionOfType(LabException.class)
                .isThrownBy(() -> Project.find(Optional.empty(), elsewhere))
                .withMessageContaining(elsewhere.toString())
                .withMessageContaining("Change into the folder you cloned");
    }
}
