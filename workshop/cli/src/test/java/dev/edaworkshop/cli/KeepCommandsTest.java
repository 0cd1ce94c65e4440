package dev.edaworkshop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.edaworkshop.cli.progress.Progress;
import dev.edaworkshop.cli.project.Project;
import dev.edaworkshop.testkit.exercises.Exercises;
import dev.edaworkshop.testkit.exercises.StarterGenerator;
import dev.edaworkshop.testkit.run.Verdict;
import dev.edaworkshop.testkit.run.Verdict.Finding;
import dev.edaworkshop.testkit.run.Verdict.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that help an attendee on, in a copy of lab 1. */
class KeepCommandsTest {
    private static final Path REPOSITORY = Path.of("../..").toAbsolutePath().normalize();
    private static final String STACK = "lab1-pubsub/src/main/java/dev/edaworkshop/lab1/infra/PubSubStack.java";

    @TempDir
    private Path root;

    @BeforeEach
    void copy_lab_1() throws IOException {
        Path solution = root.resolve("solutions/lab1-pubsub");
        copy(REPOSITORY.resolve("solutions/lab1-pubsub"), solution);
        copy(REPOSITORY.resolve("lab1-pubsub/src/test"), root.resolve("lab1-pubsub/src/test"));
        StarterGenerator.generate(solution, Exercises.labFolder(solution));
    }

    @Test
    void solve_reset_and_undo_say_what_they_touch_and_how_to_take_it_back() throws IOException {
        String starter = Files.readString(root.resolve(STACK));

        assertThat(lab("solve", "1.3").out())
                .contains("changed  " + STACK, ".lab/backups/", "./lab undo", "./lab check 1.3");
        assertThat(Files.readString(root.resolve(STACK))).contains("NotificationsQueue");

        assertThat(lab("reset", "1", "--dry-run").out()).contains("would touch", STACK);
        assertThat(Files.readString(root.resolve(STACK))).contains("NotificationsQueue");

        assertThat(lab("reset", "1.3").exit()).isZero();
        assertThat(Files.readString(root.resolve(STACK))).isEqualTo(starter);

        assertThat(lab("undo").out()).contains("Took back step 2 (reset 1.3)", "./lab undo 3", "step 1, solve 1.3");
        assertThat(Files.readString(root.resolve(STACK))).contains("NotificationsQueue");
        assertThat(lab("undo", "--list").out()).contains("solve 1.3", "reset 1.3", "taken back");
    }

    @Test
    void a_range_of_exercises_can_be_solved_and_nothing_to_reset_is_said() {
        assertThat(lab("reset", "--all").out()).contains("Nothing to reset");
        assertThat(lab("solve", "1.1..1.7").out()).contains("Catalogue.java", "ProductTopics.java", "PubSubStack.java");
        assertThat(lab("diff", "1").out()).contains("code of lab 1 is the solution's");
    }

    @Test
    void the_next_command_of_any_kind_says_that_an_interrupted_one_was_put_back() throws IOException {
        lab("solve", "1.3");
        lab("reset", "1.3");
        // As if the reset had been killed after its last file and before its end.
        Files.writeString(root.resolve(".lab/backups/under-way"), "2");

        Lab lab = lab("list");

        assertThat(lab.err()).contains("\"reset 1.3\" was interrupted half-way");
        assertThat(lab.exit()).isZero();
        assertThat(Files.readString(root.resolve(STACK))).contains("NotificationsQueue");
        assertThat(lab("list").err()).isEmpty();
    }

    @Test
    void reset_without_saying_what_is_refused() {
        Lab lab = lab("reset");

        assertThat(lab.exit()).isEqualTo(2);
        assertThat(lab.err()).contains("What is to be reset?", "./lab reset 1.2", "--all");
    }

    @Test
    void hints_begin_with_what_the_check_observed_and_go_further_each_time() {
        assertThat(lab("hint", "1.3").out()).contains("run ./lab check 1.3");

        progress().record(red("1.3", "both-on-one-queue"));
        assertThat(lab("hint", "1.3").out()).contains("Hint 1 of 3", "If two people empty one letter box");
        assertThat(lab("hint", "1.3").out()).contains("Hint 2 of 3");
        assertThat(lab("hint", "1.3").out()).contains("Hint 3 of 3", "./lab solve 1.3");
        assertThat(lab("hint", "1.3", "--level", "4").err()).contains("the levels are 1, 2 and 3");
    }

    @Test
    void hints_for_what_is_solved_begin_with_where_to_look() {
        progress().record(new Verdict("1.3", List.of(new Finding("it works", Optional.empty()))));

        assertThat(lab("hint", "1.3").out()).contains("It is solved", "Hint 2 of 3");
    }

    @Test
    void the_list_shows_states_a_bar_and_what_is_next() {
        progress().record(new Verdict("1.1", List.of(new Finding("it works", Optional.empty()))));
        progress().record(red("1.2", "still-an-order"));

        assertThat(lab("list").out()).contains("1 of 7", "solved", "red: still-an-order", "next: 1.2 Name the fact");
        assertThat(lab("list", "--json").out()).contains("\"state\" : \"red\"", "\"next\" : true");
    }

    @Test
    void the_diff_of_an_exercise_shows_its_region_only() {
        assertThat(lab("diff", "1.3").out())
                .contains("+        notifications.readFrom(notificationsQueue);", "(exercise 1.3)")
                .doesNotContain("ProductTopics.java");
    }

    private Lab lab(String... arguments) {
        return Lab.run(() -> new Project(root), arguments);
    }

    private Progress progress() {
        return new Progress(new Project(root).stateFolder(), InstantSource.system(), notice -> {});
    }

    private static Verdict red(String exercise, String mistake) {
        return new Verdict(
                exercise,
                List.of(new Finding("it works", Optional.of(new Problem(Optional.of(mistake), "this", "that", "")))));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.filter(Files::isRegularFile)
                    .filter(path -> !path.toString().contains("target"))
                    .toList()) {
                Path target = to.resolve(from.relativize(path));
                Files.createDirectories(target.getParent());
                Files.copy(path, target);
            }
        }
    }
}
