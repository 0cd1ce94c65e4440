package dev.edaworkshop.cli.watch;

import dev.edaworkshop.testkit.exercises.ExerciseCard;
import dev.edaworkshop.testkit.run.Verdict;
import dev.edaworkshop.testkit.run.Verdict.Problem;
import java.util.Optional;

/** Says a hint; pressed again for the same exercise, a clearer one. The first one fits the mistake that was observed. */
final class HintAction implements WatchAction {
    private static final int MOST = 3;

    private String exercise = "";
    private int level;

    @Override
    public char key() {
        return 'h';
    }

    @Override
    public String label() {
        return "hint";
    }

    @Override
    public void run(WatchContext context) {
        ExerciseCard current = context.course().current();
        Optional<String> mistake = context.course()
                .verdict(current)
                .flatMap(Verdict::firstProblem)
                .flatMap(Problem::mistake)
                .filter(key -> current.mistake(key).isPresent());
        if (!current.id().equals(exercise)) {
            exercise = current.id();
            level = 0;
        }
        // The first level is a question about the mistake; without one there is nothing to ask.
        level = Math.clamp(level + 1L, mistake.isPresent() ? 1 : 2, MOST);
        context.console()
                .paragraph("Hint %d of %d for %s: %s"
                        .formatted(
                                level,
                                MOST,
                                current.id(),
                                current.hint(mistake.orElse(""), level).strip()));
    }
}
