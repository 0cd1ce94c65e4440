package dev.edaworkshop.cli.watch;

import dev.edaworkshop.cli.cloud.Checker;
import dev.edaworkshop.cli.console.LabException;
import dev.edaworkshop.cli.project.Lab;
import dev.edaworkshop.testkit.exercises.Exercises;
import dev.edaworkshop.testkit.run.Timings;
import dev.edaworkshop.testkit.run.Verdict;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Measures what {@code ./lab watch} does, from a save to the verdict on one exercise. */
public final class SaveToVerdict implements AutoCloseable {
    private final FolderChanges changes;
    private final Rounds rounds;
    private final Thread watching;
    private final String exercise;
    private CompletableFuture<Verdict> verdict = new CompletableFuture<>();
    private CompletableFuture<Timings> finished = new CompletableFuture<>();

    public SaveToVerdict(Lab lab, Checker checker, String exercise) {
        this.exercise = exercise;
        Course course = new Course(Exercises.of(lab.solution()).exercises());
        course.choose(exercise);
        changes = FolderChanges.of(lab.starter(), false);
        rounds = new Rounds(checker, course, new Waiting());
        watching = Thread.ofPlatform().daemon().start(this::follow);
    }

    /**
     * What was waited for.
     *
     * @param waited from the save to the verdict
     */
    public record Round(Duration waited, Verdict verdict, Timings timings) {}

    /** Saves, and waits for the verdict and the end of the round. */
    public Round measure(Runnable save) {
        CompletableFuture<Verdict> next;
        CompletableFuture<Timings> end;
        synchronized (this) {
            verdict = new CompletableFuture<>();
            finished = new CompletableFuture<>();
            next = verdict;
            end = finished;
        }
        long before = System.nanoTime();
        save.run();
        Verdict reached = next.join();
        Duration waited = Duration.ofNanos(System.nanoTime() - before);
        return new Round(waited, reached, end.join());
    }

    @Override
    public void close() {
        watching.interrupt();
        rounds.close();
        changes.close();
    }

    private void follow() {
        try {
            while (true) {
                rounds.ask(changes.await());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized CompletableFuture<Verdict> verdict() {
        return verdict;
    }

    private synchronized CompletableFuture<Timings> end() {
        return finished;
    }

    private final class Waiting implements RoundListener {
        @Override
        public void started(Set<Path> changed) {
            // measured from the save
        }

        @Override
        public void verdict(Verdict reached) {
            if (reached.exercise().equals(exercise)) {
                SaveToVerdict.this.verdict().complete(reached);
            }
        }

        @Override
        public void failed(LabException trouble) {
            SaveToVerdict.this.verdict().completeExceptionally(trouble);
            end().completeExceptionally(trouble);
        }

        @Override
        public void finished(Timings timings) {
            end().complete(timings);
        }
    }
}
