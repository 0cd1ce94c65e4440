package dev.edaworkshop.cli.progress;

import dev.edaworkshop.testkit.exercises.ExerciseCard;
import dev.edaworkshop.testkit.exercises.Mistake;
import java.util.Optional;

/**
 * Help with an exercise at one level: 1 a question about what the last check observed, 2 where to look, 3 almost the code.
 *
 * @param observed what the question of level 1 is about; otherwise empty
 * @param fits whether there is something to say at this level: without a mistake there is no question to ask
 */
public record Hint(int level, String observed, String text, boolean fits) {
    /** There is no higher level. */
    public static final int LEVELS = 3;

    /** @param level 1 to {@value #LEVELS} */
    public static Hint of(ExerciseCard card, ExerciseProgress now, int level) {
        Optional<Mistake> mistake = now.mistake().flatMap(card::mistake);
        if (level == 1 && mistake.isEmpty()) {
            return new Hint(level, "", withoutMistake(now), false);
        }
        String text = card.hint(mistake.map(Mistake::key).orElse(""), level).strip();
        return new Hint(level, level == 1 ? now.observed() : "", text, true);
    }

    private static String withoutMistake(ExerciseProgress now) {
        return now.attempts() == 0 || now.isSolved()
                ? "The first hint is about what a check observed, and no check has seen anything wrong here so far."
                : "The last check saw none of the typical mistakes: " + now.observed();
    }
}
