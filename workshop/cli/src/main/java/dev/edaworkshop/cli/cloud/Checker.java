package dev.edaworkshop.cli.cloud;

import dev.edaworkshop.testkit.exercises.ExerciseCard;
import dev.edaworkshop.testkit.run.Timings;
import dev.edaworkshop.testkit.run.Verdict;
import java.util.List;
import java.util.function.Consumer;

/** Brings a lab as it is on disk into a cloud and checks exercises, here or in a running {@code ./lab start}. */
public interface Checker {
    /**
     * Checks exercises, one after the other.
     *
     * @param each hears of every verdict as soon as it is there
     * @return how long the way to the first check took
     * @throws dev.edaworkshop.cli.console.LabException if the lab does not compile, synthesize or deploy
     * @throws RoundCancelledException if it was cancelled
     */
    Timings check(List<ExerciseCard> exercises, Consumer<Verdict> each);

    /** Lets a {@link #check} of another thread end soon; does nothing if there is none. */
    void cancel();
}
