package dev.edaworkshop.cli.cloud;

import dev.edaworkshop.testkit.exercises.ExerciseCard;
import dev.edaworkshop.testkit.run.Timings;
import dev.edaworkshop.testkit.run.Verdict;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Checks in a lab that stays, and can be told to stop; others who check there meanwhile do not notice. */
public final class ResidentChecker implements Checker {
    private final ResidentLab lab;
    private final Object lock = new Object();
    private @Nullable Thread checking;
    private boolean cancelled;

    public ResidentChecker(ResidentLab lab) {
        this.lab = lab;
    }

    @Override
    public Timings check(List<ExerciseCard> exercises, Consumer<Verdict> each) {
        synchronized (lock) {
            checking = Thread.currentThread();
            cancelled = false;
        }
        try {
            return lab.check(exercises, verdict -> {
                refuseIfCancelled();
                each.accept(verdict);
            });
        } catch (RuntimeException e) {
            refuseIfCancelled(); // then it is no wonder
            throw e;
        } finally {
            synchronized (lock) {
                checking = null;
                Thread.interrupted(); // must not reach the next round
            }
        }
    }

    @Override
    public void cancel() {
        synchronized (lock) {
            if (checking != null) {
                cancelled = true;
                checking.interrupt();
            }
        }
    }

    private void refuseIfCancelled() {
        synchronized (lock) {
            if (cancelled) {
                throw new RoundCancelledException();
            }
        }
    }
}
