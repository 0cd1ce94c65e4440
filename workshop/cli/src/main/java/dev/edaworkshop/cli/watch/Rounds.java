package dev.edaworkshop.cli.watch;

import dev.edaworkshop.cli.cloud.Checker;
import dev.edaworkshop.cli.cloud.RoundCancelledException;
import dev.edaworkshop.cli.console.LabException;
import dev.edaworkshop.testkit.exercises.ExerciseCard;
import dev.edaworkshop.testkit.run.Timings;
import dev.edaworkshop.testkit.run.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Checks a lab round by round. A save during a round supersedes it: the round is cancelled, nothing more is heard of it,
 * and the next one begins with what is on disk by then.
 *
 * <p>Rounds run on one thread of their own. The object's monitor guards what is asked for and who may still speak.
 */
public final class Rounds implements AutoCloseable {
    private final Checker checker;
    private final Course course;
    private final RoundListener listener;
    private final Thread thread;
    private final Set<Path> changed = new TreeSet<>();
    private boolean asked;
    private boolean running;
    private boolean closed;
    /** Counts what was asked for; a round speaks as long as nobody has asked for another one. */
    private int generation;

    public Rounds(Checker checker, Course course, RoundListener listener) {
        this.checker = checker;
        this.course = course;
        this.listener = listener;
        thread = Thread.ofPlatform().daemon().name("rounds").start(this::run);
    }

    /** Asks for a round; one that is under way is superseded. Returns at once. */
    public void ask(Set<Path> saved) {
        boolean supersedes;
        synchronized (this) {
            generation++;
            asked = true;
            changed.addAll(saved);
            supersedes = running;
            notifyAll();
        }
        if (supersedes) {
            checker.cancel();
        }
    }

    /** Waits until no round is under way or asked for. */
    public synchronized void awaitIdle() throws InterruptedException {
        while ((asked || running) && !closed) {
            wait();
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            generation++;
            notifyAll();
        }
        checker.cancel();
        thread.interrupt();
    }

    private void run() {
        try {
            for (@Nullable Round next = take(); next != null; next = take()) {
                run(next);
                finished();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // closed
        }
    }

    private synchronized @Nullable Round take() throws InterruptedException {
        while (!asked && !closed) {
            wait();
        }
        if (closed) {
            return null;
        }
        asked = false;
        running = true;
        Round round = new Round(generation, Set.copyOf(changed));
        changed.clear();
        return round;
    }

    private synchronized void finished() {
        running = false;
        notifyAll();
    }

    private void run(Round round) {
        speak(round, () -> listener.started(round.saved()));
        try {
            Timings total = check(round, course.affected());
            // A green exercise opens the next one, which has not been looked at since the last save.
            while (isCurrent(round) && opensAnother(round)) {
                total = total.plus(check(round, List.of(course.current())));
            }
            Timings timings = total;
            speak(round, () -> listener.finished(timings));
        } catch (RoundCancelledException e) {
            askAgain(round);
        } catch (LabException e) {
            speak(round, () -> listener.failed(e));
        } catch (RuntimeException e) {
            // A round that was cancelled ends somehow. One that was not is a fault of ours, which must not end the
            // session.
            speak(round, () -> listener.failed(unexpected(e)));
        }
    }

    private Timings check(Round round, List<ExerciseCard> exercises) {
        Timings[] checks = {Timings.none()};
        Timings prepared = checker.check(exercises, verdict -> {
            checks[0] = checks[0].plus(verdict.timings());
            speak(round, () -> accept(round, verdict));
        });
        return prepared.plus(checks[0]);
    }

    private void accept(Round round, Verdict verdict) {
        round.checked().add(verdict.exercise());
        course.record(verdict);
        listener.verdict(verdict);
    }

    private boolean opensAnother(Round round) {
        return !course.isGreen(course.current())
                && !round.checked().contains(course.current().id());
    }

    /** What was meant for the round before may have reached this one. */
    private synchronized void askAgain(Round round) {
        if (isCurrent(round)) {
            asked = true;
            changed.addAll(round.saved());
        }
    }

    private synchronized boolean isCurrent(Round round) {
        return round.generation() == generation && !closed;
    }

    /** Holds the monitor, so that a save cannot come between the question and the answer. */
    private synchronized void speak(Round round, Runnable words) {
        if (isCurrent(round)) {
            words.run();
        }
    }

    private static LabException unexpected(RuntimeException e) {
        String message = e.getMessage();
        return new LabException(
                "The round broke off.",
                message == null ? e.toString() : message,
                "Save a file to try again; if it stays, ./lab doctor and ./lab check --verbose say more.",
                e);
    }

    /** @param checked the exercises that have a verdict of this round */
    private record Round(int generation, Set<Path> saved, Set<String> checked) {
        Round(int generation, Set<Path> saved) {
            this(generation, saved, new TreeSet<>());
        }
    }
}
