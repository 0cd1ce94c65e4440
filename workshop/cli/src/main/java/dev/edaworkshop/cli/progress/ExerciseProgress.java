package dev.edaworkshop.cli.progress;

import java.time.Instant;
import java.util.Optional;

/**
 * How far an attendee has come with one exercise.
 *
 * @param mistake the key of the last red; empty if it is not red, or if the check did not recognise a mistake
 * @param observed what the last red saw; empty if it is not red
 * @param attempts how many verdicts there were
 * @param changed when it came into this state; empty if it never was in another
 * @param solved when it was solved for the first time; empty if it never was
 * @param hintLevel the highest hint shown so far, 0 to 3
 * @param nextHint the level of the next hint: a new mistake begins anew, what is solved at 2
 */
public record ExerciseProgress(
        State state,
        Optional<String> mistake,
        String observed,
        int attempts,
        Optional<Instant> changed,
        Optional<Instant> solved,
        boolean solutionShown,
        int hintLevel,
        int nextHint) {

    /** Where an exercise stands. */
    public enum State {
        OPEN("open"),
        RED("red"),
        SOLVED("solved"),
        SOLVED_WITH_SOLUTION_SHOWN("solved-with-solution-shown");

        private final String word;

        State(String word) {
            this.word = word;
        }

        /** As files and programs have it. */
        public String word() {
            return word;
        }

        static State of(String word) {
            for (State state : values()) {
                if (state.word.equals(word)) {
                    return state;
                }
            }
            return OPEN;
        }
    }

    public boolean isSolved() {
        return state == State.SOLVED || state == State.SOLVED_WITH_SOLUTION_SHOWN;
    }

    /** In words, for people. */
    public String inWords() {
        return switch (state) {
            case OPEN -> solutionShown ? "open, the solution is in place" : "open";
            case SOLVED -> "solved";
            case SOLVED_WITH_SOLUTION_SHOWN -> "solved, with the solution";
            case RED ->
                (solved.isPresent() ? "red again" : "red")
                        + mistake.map(key -> ": " + key).orElse("");
        };
    }
}
