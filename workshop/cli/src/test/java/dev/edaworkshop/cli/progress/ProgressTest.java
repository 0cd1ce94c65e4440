package dev.edaworkshop.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.edaworkshop.cli.progress.ExerciseProgress.State;
import dev.edaworkshop.testkit.run.Verdict;
import dev.edaworkshop.testkit.run.Verdict.Finding;
import dev.edaworkshop.testkit.run.Verdict.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgressTest {
    private static final Instant NOW = Instant.parse("2026-11-21T09:15:00Z");

    @TempDir
    private Path folder;

    private final List<String> notices = new ArrayList<>();

    @Test
    void an_exercise_that_nobody_has_checked_is_open() {
        assertThat(progress().of("1.2"))
                .extracting(ExerciseProgress::state, ExerciseProgress::attempts, ExerciseProgress::nextHint)
                .containsExactly(State.OPEN, 0, 1);
    }

    @Test
    void remembers_the_mistake_that_was_observed_and_what_was_solved() {
        progress().record(red("1.2", "still-an-order"));
        assertThat(progress().of("1.2").mistake()).contains("still-an-order");
        assertThat(progress().of("1.2").inWords()).isEqualTo("red: still-an-order");

        progress().record(green("1.2"));
        ExerciseProgress solved = progress().of("1.2");
        assertThat(solved.state()).isEqualTo(State.SOLVED);
        assertThat(solved.solved()).contains(NOW);
        assertThat(solved.attempts()).isEqualTo(2);
        assertThat(solved.nextHint())
                .as("without a mistake there is no question")
                .isEqualTo(2);

        progress().record(red("1.2", "fact-missing"));
        assertThat(progress().of("1.2").inWords()).isEqualTo("red again: fact-missing");
        progress().record(green("1.2"));
        assertThat(progress().of("1.2").state()).isEqualTo(State.SOLVED);
    }

    @Test
    void who_saw_the_solution_first_has_solved_it_with_the_solution() {
        progress().solutionShown(List.of("1.2"));
        assertThat(progress().of("1.2").inWords()).isEqualTo("open, the solution is in place");
        progress().record(green("1.2"));
        assertThat(progress().of("1.2").state()).isEqualTo(State.SOLVED_WITH_SOLUTION_SHOWN);

        progress().record(green("1.3"));
        progress().solutionShown(List.of("1.3"));
        progress().record(red("1.3", "heard-twice"));
        progress().record(green("1.3"));
        assertThat(progress().of("1.3").state()).isEqualTo(State.SOLVED);
    }

    @Test
    void hints_go_further_each_time_and_a_new_mistake_begins_anew() {
        progress().record(red("1.2", "still-an-order"));
        progress().hintShown("1.2", 1);
        assertThat(progress().of("1.2").nextHint()).isEqualTo(2);
        progress().record(red("1.2", "still-an-order"));
        assertThat(progress().of("1.2").nextHint()).isEqualTo(2);

        progress().record(red("1.2", "fact-missing"));

        assertThat(progress().of("1.2").nextHint()).isEqualTo(1);
        assertThat(progress().of("1.2").hintLevel()).isEqualTo(1);
    }

    @Test
    void a_damaged_record_is_set_aside_and_a_new_one_begins() throws IOException {
        Files.writeString(folder.resolve("progress.json"), "{\"version\": 1, \"exer");

        progress().record(green("1.1"));

        assertThat(progress().of("1.1").isSolved()).isTrue();
        assertThat(folder.resolve("progress.damaged.json")).hasContent("{\"version\": 1, \"exer");
        assertThat(notices).singleElement().asString().contains("progress.damaged.json");
    }

    @Test
    void what_a_newer_version_has_added_stays() throws IOException {
        Files.writeString(
                folder.resolve("progress.json"),
                "{\"version\": 2, \"badges\": [1], \"exercises\": {\"1.1\": {\"state\": \"mastered\", \"stars\": 3},"
                        + " \"1.2\": 7}}");

        progress().record(red("1.1", "nothing-published"));
        progress().record(green("1.2"));

        assertThat(Files.readString(folder.resolve("progress.json")))
                .contains("badges", "\"stars\" : 3", "\"version\" : 2");
        assertThat(progress().of("1.2").isSolved()).isTrue();
    }

    @Test
    void nothing_is_lost_between_two_who_write_at_once() {
        IntStream.range(0, 40).parallel().forEach(i -> progress().record(green("1." + i % 4)));

        assertThat(IntStream.range(0, 4)
                        .map(i -> progress().of("1." + i).attempts())
                        .sum())
                .isEqualTo(40);
    }

    private Progress progress() {
        return new Progress(folder, () -> NOW, notices::add);
    }

    private static Verdict green(String exercise) {
        return new Verdict(exercise, List.of(new Finding("it works", Optional.empty())));
    }

    private static Verdict red(String exercise, String mistake) {
        return new Verdict(
                exercise,
                List.of(new Finding("it works", Optional.of(new Problem(Optional.of(mistake), "this", "that", "")))));
    }
}
