package dev.edaworkshop.cli.cloud;

import dev.edaworkshop.cli.project.Lab;
import dev.edaworkshop.localcloud.LocalCloud;
import dev.edaworkshop.localcloud.cloudformation.CloudAssembly;
import dev.edaworkshop.testkit.build.LabProject;
import dev.edaworkshop.testkit.exercises.ExerciseCard;
import dev.edaworkshop.testkit.exercises.Exercises;
import dev.edaworkshop.testkit.run.LabAssembler;
import dev.edaworkshop.testkit.run.LabChecks;
import dev.edaworkshop.testkit.run.LabPrograms;
import dev.edaworkshop.testkit.run.LocalSession;
import dev.edaworkshop.testkit.run.Rehearsal;
import dev.edaworkshop.testkit.run.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Checks exercises many times, in random order and several at a time: is the verdict always the same? */
public final class RepeatedCheck {
    /**
     * How.
     *
     * @param rounds how often each exercise is checked
     * @param parallel how many checks run at a time
     * @param seed of the order; each round has another one
     */
    public record Plan(int rounds, int parallel, long seed) {}

    /** What came of one exercise. */
    public record Tally(ExerciseCard exercise, int green, int red, Duration median, Duration longest) {}

    private final LocalCloud cloud;
    private final CloudAssembly assembly;
    private final LabPrograms programs;
    private final LabChecks checks;
    private final boolean solution;

    private RepeatedCheck(
            LocalCloud cloud, CloudAssembly assembly, LabPrograms programs, LabChecks checks, boolean solution) {
        this.cloud = cloud;
        this.assembly = assembly;
        this.programs = programs;
        this.checks = checks;
        this.solution = solution;
    }

    /**
     * Assembles the lab once and checks it many times.
     *
     * @param solution whether the solution is checked in place of what the attendee wrote
     * @param each hears of every verdict as soon as it is there, one at a time
     * @return one for each exercise, in their order
     */
    public static List<Tally> run(
            Lab lab, boolean solution, List<ExerciseCard> exercises, Plan plan, Consumer<Verdict> each) {
        try (LabAssembler assembler = Troubles.explained(
                        lab.folderName(), () -> LabAssembler.open(solution ? lab.solution() : lab.starter()));
                LocalCloud cloud = LocalCloud.start(0)) {
            CloudAssembly assembly = Troubles.explained(lab.folderName(), assembler::assemble);
            LabChecks checks =
                    Troubles.explained(lab.folderName(), () -> LabChecks.of(LabProject.open(lab.starter()), cloud));
            LabPrograms programs =
                    LabPrograms.of(assembler.lab(), Exercises.of(lab.solution()).lab());
            List<Verdict> verdicts =
                    new RepeatedCheck(cloud, assembly, programs, checks, solution).all(exercises, plan, each);
            return exercises.stream().map(exercise -> tally(exercise, verdicts)).toList();
        }
    }

    private List<Verdict> all(List<ExerciseCard> exercises, Plan plan, Consumer<Verdict> each) {
        List<Verdict> verdicts = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(plan.parallel())) {
            List<Future<?>> runs = IntStream.range(0, plan.rounds())
                    .boxed()
                    .flatMap(round -> shuffled(exercises, plan.seed() + round).stream())
                    .<Future<?>>map(exercise -> threads.submit(() -> {
                        Verdict verdict = check(exercise);
                        synchronized (verdicts) {
                            verdicts.add(verdict);
                            each.accept(verdict);
                        }
                    }))
                    .toList();
            runs.forEach(RepeatedCheck::await);
        }
        return verdicts;
    }

    private static List<ExerciseCard> shuffled(List<ExerciseCard> exercises, long seed) {
        List<ExerciseCard> shuffled = new ArrayList<>(exercises);
        Collections.shuffle(shuffled, new Random(seed));
        return shuffled;
    }

    private Verdict check(ExerciseCard exercise) {
        if (!solution) {
            return checks.check(exercise, assembly, programs, LocalSession::nobodys);
        }
        try (Rehearsal rehearsal = new Rehearsal(cloud, programs.lab(), programs.mainClasses())) {
            return checks.check(exercise, assembly, programs, () -> rehearsal.perform(assembly, exercise.actions()));
        }
    }

    private static void await(Future<?> run) {
        try {
            run.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RoundCancelledException();
        }
    }

    private static Tally tally(ExerciseCard exercise, List<Verdict> verdicts) {
        List<Verdict> mine = verdicts.stream()
                .filter(verdict -> verdict.exercise().equals(exercise.id()))
                .toList();
        int green = (int) mine.stream().filter(Verdict::isGreen).count();
        List<Duration> took =
                mine.stream().map(verdict -> verdict.timings().total()).sorted().toList();
        return new Tally(exercise, green, mine.size() - green, took.get(took.size() / 2), took.getLast());
    }
}
