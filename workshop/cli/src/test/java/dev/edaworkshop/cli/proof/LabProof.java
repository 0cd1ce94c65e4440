package dev.edaworkshop.cli.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.edaworkshop.testkit.exercises.ExerciseCard;
import dev.edaworkshop.testkit.exercises.ExerciseCard.Variant;
import dev.edaworkshop.testkit.exercises.Exercises;
import dev.edaworkshop.testkit.exercises.Labs;
import dev.edaworkshop.testkit.exercises.Mistake;
import dev.edaworkshop.testkit.run.Verdict;
import dev.edaworkshop.testkit.run.Verdict.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Of one lab: every starter is red for its stated reason, every solution green, every mistake red with its own message,
 * every other right solution green.
 *
 * <p>All of it takes twenty minutes on two cores, so that by default each exercise is tried with its starter, its first
 * mistake and its first other solution; that the solution is green is tested in its own module. {@code -Dproof=all} proves
 * everything.
 *
 * <p>A mistake must leave the lab's other exercises green. With everything else, that is tried with the first mistake of
 * each exercise and one other exercise, because all of them for all would take hours; {@code -Dproof.others=one} tries
 * one other for each mistake, {@code all} all of them, {@code none} none.
 *
 * <p>{@code -Dproof.only=2} proves all of lab 2 and nothing else, {@code -Dproof.only=2.4} one exercise of it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.CONCURRENT) // with other labs
abstract class LabProof {
    private static final String ONLY = System.getProperty("proof.only", "");
    private static final String OTHERS = System.getProperty("proof.others", "");
    private static final boolean ALL =
            !ONLY.isEmpty() || System.getProperty("proof", "").equals("all");

    private final Proofs proofs = new Proofs();
    private final int lab;

    LabProof(int lab) {
        this.lab = lab;
    }

    @AfterAll
    void close() {
        proofs.close();
    }

    @TestFactory
    @Execution(ExecutionMode.SAME_THREAD) // all states of a lab take turns in one folder
    Stream<DynamicNode> exercises() {
        Path solution = Labs.solutions(Proofs.repository()).stream()
                .filter(folder -> folder.getFileName().toString().startsWith("lab" + lab + "-"))
                .findFirst()
                .orElseThrow();
        return tests(solution, Exercises.of(solution));
    }

    private Stream<DynamicNode> tests(Path solution, Exercises exercises) {
        return exercises.exercises().stream()
                .filter(exercise -> exercise.id().startsWith(ONLY))
                .map(exercise -> DynamicContainer.dynamicContainer(
                        exercise.id(), ALL ? all(solution, exercises, exercise) : some(solution, exercises, exercise)));
    }

    private Stream<DynamicTest> all(Path solution, Exercises exercises, ExerciseCard exercise) {
        return Stream.of(
                        Stream.of(starter(solution, exercise), solution(solution, exercise)),
                        exercise.mistakes().stream().map(mistake -> mistake(solution, exercises, exercise, mistake)),
                        exercise.alsoRight().stream().map(variant -> alsoRight(solution, exercise, variant)))
                .flatMap(tests -> tests);
    }

    private Stream<DynamicTest> some(Path solution, Exercises exercises, ExerciseCard exercise) {
        return Stream.of(
                        Stream.of(starter(solution, exercise)),
                        exercise.mistakes().stream()
                                .limit(1)
                                .map(mistake -> mistake(solution, exercises, exercise, mistake)),
                        exercise.alsoRight().stream().limit(1).map(variant -> alsoRight(solution, exercise, variant)))
                .flatMap(tests -> tests);
    }

    private DynamicTest starter(Path solution, ExerciseCard exercise) {
        return DynamicTest.dynamicTest("the starter is red for its stated reason", () -> {
            Verdict verdict = proofs.starter(solution).check(exercise, List.of());

            assertRed(verdict, exercise.starter().mistake(), exercise.starter().says());
        });
    }

    private DynamicTest solution(Path solution, ExerciseCard exercise) {
        return DynamicTest.dynamicTest(
                "the solution is green",
                () -> assertGreen(proofs.solution(solution, List.of()).check(exercise, exercise.actions())));
    }

    private DynamicTest mistake(Path solution, Exercises all, ExerciseCard exercise, Mistake mistake) {
        return DynamicTest.dynamicTest("a mistake is named: " + mistake.key(), () -> {
            boolean byHand = mistake.patches().isEmpty();
            Candidate candidate = proofs.solution(solution, mistake.patches());

            assertRed(
                    candidate.check(exercise, byHand ? mistake.actions() : exercise.actions()),
                    mistake.key(),
                    mistake.message());
            if (!byHand) {
                for (ExerciseCard other : others(all, exercise, mistake)) {
                    assertGreen(candidate.check(other, other.actions()));
                }
            }
        });
    }

    private static List<ExerciseCard> others(Exercises all, ExerciseCard exercise, Mistake mistake) {
        List<ExerciseCard> others = all.exercises().stream()
                .filter(other -> !other.id().equals(exercise.id()))
                .toList();
        return switch (OTHERS) {
            case "all" -> others;
            case "none" -> List.of();
            case "one" -> List.of(other(others, all, exercise, mistake));
            default ->
                ALL && exercise.mistakes().getFirst().equals(mistake)
                        ? List.of(other(others, all, exercise, mistake))
                        : List.of();
        };
    }

    /** They take turns. */
    private static ExerciseCard other(
            List<ExerciseCard> others, Exercises all, ExerciseCard exercise, Mistake mistake) {
        int turn = all.exercises().indexOf(exercise) + exercise.mistakes().indexOf(mistake);
        return others.get(turn % others.size());
    }

    private DynamicTest alsoRight(Path solution, ExerciseCard exercise, Variant variant) {
        return DynamicTest.dynamicTest(
                "also right: " + variant.description(),
                () -> assertGreen(proofs.solution(solution, variant.patches()).check(exercise, exercise.actions())));
    }

    private static void assertRed(Verdict verdict, String mistake, String says) {
        assertThat(verdict.firstProblem())
                .as("exercise %s should be red for the mistake %s", verdict.exercise(), mistake)
                .hasValueSatisfying(problem -> {
                    assertThat(problem.mistake())
                            .as("the red was: %s%n%s", problem.observed(), problem.details())
                            .hasValue(mistake);
                    assertThat(problem.observed()).contains(says);
                });
    }

    private static void assertGreen(Verdict verdict) {
        assertThat(verdict.firstProblem().map(Problem::observed))
                .as("exercise %s should be green", verdict.exercise())
                .isEmpty();
    }
}
