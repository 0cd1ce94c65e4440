package dev.edaworkshop.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.edaworkshop.cli.cloud.Checker;
import dev.edaworkshop.cli.cloud.RoundCancelledException;
import dev.edaworkshop.cli.console.LabException;
import dev.edaworkshop.testkit.exercises.ExerciseCard;
import dev.edaworkshop.testkit.run.Timings;
import dev.edaworkshop.testkit.run.Verdict;
import dev.edaworkshop.testkit.run.Verdict.Finding;
import dev.edaworkshop.testkit.run.Verdict.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class RoundsTest {
    private final Course course = new Course(List.of(exercise("1.1"), exercise("1.2"), exercise("1.3")));
    private final RecordingListener heard = new RecordingListener();
    private final FakeChecker checker = new FakeChecker();

    @Test
    void a_round_checks_the_first_exercise_that_is_not_green() throws InterruptedException {
        try (Rounds rounds = new Rounds(checker, course, heard)) {
            rounds.ask(Set.of());
            rounds.awaitIdle();
        }

        assertThat(heard.events).containsExactly("started", "1.1 red", "finished");
    }

    @Test
    void a_green_exercise_opens_the_next_one_and_is_checked_again_later() throws InterruptedException {
        checker.green.add("1.1");
        try (Rounds rounds = new Rounds(checker, course, heard)) {
            rounds.ask(Set.of());
            rounds.awaitIdle();
            checker.green.clear();
            rounds.ask(Set.of(Path.of("Orders.java")));
            rounds.awaitIdle();
        }

        assertThat(heard.events)
                .containsExactly(
                        "started", "1.1 green", "1.2 red", "finished", "started", "1.2 red", "1.1 red", "finished");
    }

    @Test
    void a_save_during_a_round_supersedes_it_and_nothing_more_is_heard_of_it() throws InterruptedException {
        checker.hang();
        try (Rounds rounds = new Rounds(checker, course, heard)) {
            rounds.ask(Set.of(Path.of("Orders.java")));
            checker.hangs.await();

            rounds.ask(Set.of(Path.of("Stock.java")));
            rounds.awaitIdle();
        }

        assertThat(heard.events).containsExactly("started", "started", "1.1 red", "finished");
    }

    @Test
    void a_verdict_that_comes_too_late_is_not_told() throws InterruptedException {
        checker.hang();
        checker.deaf = true;
        try (Rounds rounds = new Rounds(checker, course, heard)) {
            rounds.ask(Set.of(Path.of("Orders.java")));
            checker.hangs.await();

            rounds.ask(Set.of(Path.of("Stock.java")));
            checker.green.add("1.1"); // what the late verdict says
            checker.released.countDown();
            rounds.awaitIdle();
        }

        assertThat(heard.events)
                .as("the second round's own verdicts only")
                .containsExactly("started", "started", "1.1 green", "1.2 red", "finished");
    }

    @Test
    void a_fault_of_ours_costs_one_round() throws InterruptedException {
        checker.fault = Optional.of(new IllegalStateException("out of luck"));
        try (Rounds rounds = new Rounds(checker, course, heard)) {
            rounds.ask(Set.of());
            rounds.awaitIdle();
            checker.fault = Optional.empty();
            rounds.ask(Set.of());
            rounds.awaitIdle();
        }

        assertThat(heard.events)
                .containsExactly("started", "failed: The round broke off.", "started", "1.1 red", "finished");
    }

    private static ExerciseCard exercise(String id) {
        return new ExerciseCard(
                id,
                "name",
                "Title",
                "guide",
                5,
                "Check",
                "goal",
                List.of(),
                new ExerciseCard.StarterRed("mistake", "says"),
                new ExerciseCard.Hints("pointer", "nearly"),
                List.of(),
                List.of());
    }

    /** Red unless told otherwise; hangs once if told to. */
    private static final class FakeChecker implements Checker {
        private final Set<String> green = ConcurrentHashMap.newKeySet();
        private final CountDownLatch hangs = new CountDownLatch(1);
        private final CountDownLatch released = new CountDownLatch(1);
        private volatile boolean hang;
        private volatile boolean deaf;
        private volatile boolean cancelled;
        private volatile Optional<RuntimeException> fault = Optional.empty();

        void hang() {
            hang = true;
        }

        @Override
        public Timings check(List<ExerciseCard> exercises, Consumer<Verdict> each) {
            if (fault.isPresent()) {
                throw fault.get();
            }
            if (hang) {
                hang = false;
                hangs.countDown();
                await(released);
                if (cancelled && !deaf) {
                    throw new RoundCancelledException();
                }
            }
            exercises.forEach(exercise -> each.accept(new Verdict(
                    exercise.id(),
                    List.of(new Finding(
                            "a test",
                            green.contains(exercise.id())
                                    ? Optional.empty()
                                    : Optional.of(new Problem(Optional.empty(), "", "wrong", "")))),
                    Timings.none())));
            return Timings.none();
        }

        @Override
        public void cancel() {
            cancelled = true;
            if (!deaf) {
                released.countDown();
            }
        }

        private static void await(CountDownLatch latch) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static final class RecordingListener implements RoundListener {
        private final List<String> events = new CopyOnWriteArrayList<>();

        @Override
        public void started(Set<Path> changed) {
            events.add("started");
        }

        @Override
        public void verdict(Verdict verdict) {
            events.add(verdict.exercise() + (verdict.isGreen() ? " green" : " red"));
        }

        @Override
        public void failed(LabException trouble) {
            events.add("failed: " + trouble.what());
        }

        @Override
        public void finished(Timings timings) {
            events.add("finished");
        }
    }
}
