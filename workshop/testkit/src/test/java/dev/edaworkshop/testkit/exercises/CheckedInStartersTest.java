package dev.edaworkshop.testkit.exercises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every lab of this repository, without running one. */
class CheckedInStartersTest {

    private static final Path REPOSITORY = Path.of("../..").toAbsolutePath().normalize();

    @ParameterizedTest
    @MethodSource("solutions")
    void a_starter_is_what_its_solution_yields(Path solution) {
        List<Difference> differences = StarterGenerator.compare(solution, Exercises.labFolder(solution));
        String edited = """
                %1$s is not what its solution yields.
                If you are doing the labs, this is your own work and all is well: go on, or run ./lab reset %2$d (which \
                saves it first) to have this test green. It is skipped where ./lab check has been used.
                If you are changing the workshop, change the solution or its starter folder, not the generated lab, and run
                  %3$s""".formatted(
                        solution.getFileName(), Exercises.of(solution).lab().id(), RegenerateStarters.COMMAND);
        assumeTrue(differences.isEmpty() || !isSomebodysDesk(), edited);

        assertThat(differences).as(edited).isEmpty();
    }

    /** Somebody does the labs in this copy, and no build server does. See docs/decisions.md. */
    private static boolean isSomebodysDesk() {
        return System.getenv("CI") == null && Files.exists(REPOSITORY.resolve(".lab/progress.json"));
    }

    @ParameterizedTest
    @MethodSource("solutions")
    void every_exercise_has_its_todo_and_the_todo_says_how_to_check_it(Path solution) throws IOException {
        String starter = LabFiles.of(solution).values().stream()
                .flatMap(file -> LabFile.text(file.starter()).stream())
                .collect(Collectors.joining());
        List<String> missing = Exercises.of(solution).exercises().stream()
                .flatMap(exercise -> Stream.of(
                        // Where an exercise has several places, each says which of them it is.
                        "TODO %s  %s[.:]".formatted(Pattern.quote(exercise.id()), Pattern.quote(exercise.title())),
                        "Check: +" + Pattern.quote("./lab check " + exercise.id()),
                        "Read: +" + Pattern.quote(guide(solution) + "#" + exercise.guide())))
                .filter(words -> !Pattern.compile(words).matcher(starter).find())
                .toList();

        assertThat(missing).as("missing in the TODOs of the starter").isEmpty();
    }

    @ParameterizedTest
    @MethodSource("solutions")
    void a_solution_has_nothing_left_to_do(Path solution) throws IOException {
        assertThat(allText(solution.resolve("src"))).doesNotContain("TODO");
    }

    @ParameterizedTest
    @MethodSource("solutions")
    void every_mistake_and_every_other_right_way_can_be_made_in_the_solution(Path solution) throws IOException {
        for (ExerciseCard exercise : Exercises.of(solution).exercises()) {
            List<List<Patch>> changes = Stream.concat(
                            exercise.mistakes().stream().map(Mistake::patches),
                            exercise.alsoRight().stream().map(ExerciseCard.Variant::patches))
                    .toList();
            for (List<Patch> patches : changes) {
                for (Patch patch : patches) {
                    assertThat(patch.applyTo(Files.readString(solution.resolve(patch.file()))))
                            .isNotEmpty();
                }
            }
        }
    }

    static List<Named<Path>> solutions() {
        return Labs.solutions(REPOSITORY).stream()
                .map(solution -> Named.of(REPOSITORY.relativize(solution).toString(), solution))
                .toList();
    }

    private static String guide(Path solution) {
        return Exercises.of(solution).lab().guide();
    }

    private static String allText(Path folder) throws IOException {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                text.append(Files.readString(file)).append('\n');
            }
        }
        return text.toString();
    }
}
