package dev.edaworkshop.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.edaworkshop.cli.project.Project;
import dev.edaworkshop.testkit.exercises.ExerciseCard;
import dev.edaworkshop.testkit.run.Verdict;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OverviewTest {
    private final Project project = Project.find(Optional.empty(), Path.of(""));

    private Progress progress;

    @BeforeEach
    void beginAnew(@TempDir Path folder) {
        progress = new Progress(folder, InstantSource.system(), notice -> {});
    }

    @Test
    void what_is_next_comes_after_what_was_just_solved() {
        solve("2.3", "2.4");

        assertThat(nextAfter("2.3")).contains("2.5");
        assertThat(Overview.of(project, progress).next()).map(ExerciseCard::id).contains("1.1");
    }

    @Test
    void after_the_last_exercise_of_a_lab_comes_the_next_lab_and_in_the_end_what_was_left_out() {
        assertThat(nextAfter("2.7")).contains("3.1");
        assertThat(nextAfter("5.7")).contains("1.1");
    }

    @Test
    void nothing_is_next_if_everything_is_solved() {
        project.labs().forEach(lab -> Overview.of(project, lab.folderName(), progress)
                .labs()
                .getFirst()
                .exercises()
                .forEach(one -> solve(one.card().id())));

        assertThat(nextAfter("5.7")).isEmpty();
    }

    private Optional<String> nextAfter(String exercise) {
        return Overview.of(project, progress).nextAfter(exercise).map(ExerciseCard::id);
    }

    private void solve(String... exercises) {
        for (String exercise : exercises) {
            progress.record(new Verdict(exercise, List.of()));
        }
    }
}
