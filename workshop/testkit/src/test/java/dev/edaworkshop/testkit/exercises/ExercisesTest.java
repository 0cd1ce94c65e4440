package dev.edaworkshop.testkit.exercises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExercisesTest {

    private final Path repository;

    ExercisesTest(@TempDir Path repository) {
        this.repository = repository;
    }

    @Test
    void reads_a_lab_with_its_exercises() {
        Exercises exercises = Exercises.of(new SolutionFolder(repository).folder);

        assertThat(exercises.lab().name()).isEqualTo("lab9-greeting");
        ExerciseCard exercise = exercises.exercise("9.1").orElseThrow();
        assertThat(exercise.mistakes()).extracting(Mistake::key).containsExactly("rude", "silent");
    }

    @Test
    void gives_hints_in_three_levels_the_first_by_the_mistake_that_was_seen() {
        ExerciseCard exercise = Exercises.of(new SolutionFolder(repository).folder)
                .exercise("9.1")
                .orElseThrow();

        assertThat(exercise.hint("silent", 1)).isEqualTo("Did you say something?");
        assertThat(exercise.hint("silent", 2)).isEqualTo("Look at Greeting.");
        assertThat(exercise.hint("silent", 3)).contains("Good day");
        assertThatThrownBy(() -> exercise.hint("loud", 1))
                .hasMessageContaining("loud")
                .hasMessageContaining("rude");
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "id: \"9.1\" | number: 1 | exercise ?: id is missing",
                "nearly: It is \"Good day\". | far: away | the exercise's hints: nearly is missing",
                "question: Did you say something? | answer: no | mistake silent: question is missing",
                "goal: Politeness. | `goal: Politeness.\n    colour: red` | exercise 9.1: colour is not a field",
                "PoliteCheck | RudeCheck | exercise 9.1: its check lab9.checks.RudeCheck does not exist",
                "mistake: rude | mistake: loud | the starter's mistake loud is none of [rude, silent]",
                "key: silent | key: rude | a mistake's key is given twice in [rude, rude]",
                "minutes: 5 | minutes: a few | exercise 9.1: minutes is missing or not a number",
                "stack: Lab9Greeting | title: Again | Duplicate field 'title'",
            })
    void names_what_is_wrong(String text, String instead, String problem) {
        SolutionFolder solution =
                new SolutionFolder(repository).write(Exercises.FILE, SolutionFolder.EXERCISES.replace(text, instead));

        assertThatThrownBy(() -> Exercises.of(solution.folder))
                .isInstanceOf(InvalidExercisesException.class)
                .hasMessageContaining(Exercises.FILE)
                .hasMessageContaining(problem);
    }

    @Test
    void names_an_id_that_is_given_twice() {
        String exercise = SolutionFolder.EXERCISES.substring(SolutionFolder.EXERCISES.indexOf("  - id:"));
        SolutionFolder solution =
                new SolutionFolder(repository).write(Exercises.FILE, SolutionFolder.EXERCISES + exercise);

        assertThatThrownBy(() -> Exercises.of(solution.folder))
                .hasMessageContaining("exercise 9.1: the id is given twice");
    }
}
