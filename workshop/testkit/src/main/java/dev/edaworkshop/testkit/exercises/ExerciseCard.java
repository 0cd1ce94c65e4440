package dev.edaworkshop.testkit.exercises;

import java.util.List;
import java.util.Optional;

/**
 * One exercise: what it asks for, how it is checked, how people go wrong and what helps them.
 *
 * @param id lab and number, {@code 1.2}
 * @param guide the anchor of its section on the lab's page
 * @param minutes how long it takes somebody who does it for the first time
 * @param check the class of its check, in the lab's test sources
 * @param actions what somebody does by hand before a solution of it is green, as in {@link Mistake}; mostly nothing
 * @param starter what the check says of the untouched starter
 * @param hints help beyond the question each mistake has of its own
 * @param mistakes the typical ones, at least two; a check's red names one of them
 * @param alsoRight ways to solve it that differ from the solution and have to pass as well
 */
public record ExerciseCard(
        String id,
        String name,
        String title,
        String guide,
        int minutes,
        String check,
        String goal,
        List<String> actions,
        StarterRed starter,
        Hints hints,
        List<Mistake> mistakes,
        List<Variant> alsoRight) {

    public ExerciseCard {
        actions = List.copyOf(actions);
        mistakes = List.copyOf(mistakes);
        alsoRight = List.copyOf(alsoRight);
    }

    /** The mistake with this key; empty if the exercise has none. */
    public Optional<Mistake> mistake(String key) {
        return mistakes.stream().filter(mistake -> mistake.key().equals(key)).findFirst();
    }

    /**
     * What helps somebody who made the mistake: at level 1 a question about it, at level 3 almost the code.
     *
     * @throws IllegalArgumentException if no mistake of this exercise has the key, or there is no such level
     */
    public String hint(String mistakeKey, int level) {
        return switch (level) {
            case 1 -> mistake(mistakeKey).orElseThrow(() -> unknown(mistakeKey)).question();
            case 2 -> hints.pointer();
            case 3 -> hints.nearly();
            default ->
                throw new IllegalArgumentException(
                        "Exercise %s: hints have the levels 1, 2 and 3, not %d".formatted(id, level));
        };
    }

    private IllegalArgumentException unknown(String mistakeKey) {
        List<String> keys = mistakes.stream().map(Mistake::key).toList();
        return new IllegalArgumentException(
                "Exercise %s: no mistake has the key %s; there are %s".formatted(id, mistakeKey, keys));
    }

    /**
     * Why the untouched starter is red.
     *
     * @param mistake the key of the red
     * @param says a part of its text
     */
    public record StarterRed(String mistake, String says) {}

    /**
     * Help that does not depend on the mistake.
     *
     * @param pointer level 2: where to look
     * @param nearly level 3: almost the code
     */
    public record Hints(String pointer, String nearly) {}

    /** Another right solution, as a change of ours. */
    public record Variant(String description, List<Patch> patches) {
        public Variant {
            patches = List.copyOf(patches);
        }
    }
}
