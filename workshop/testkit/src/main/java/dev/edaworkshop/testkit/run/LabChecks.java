package dev.edaworkshop.testkit.run;

import dev.edaworkshop.localcloud.LocalCloud;
import dev.edaworkshop.localcloud.cloudformation.CloudAssembly;
import dev.edaworkshop.testkit.LabSessions;
import dev.edaworkshop.testkit.LearnerCloud;
import dev.edaworkshop.testkit.build.CheckCompiler;
import dev.edaworkshop.testkit.build.LabProject;
import dev.edaworkshop.testkit.exercises.ExerciseCard;
import dev.edaworkshop.testkit.exercises.Exercises;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Runs the checks of a lab against one state of its code.
 *
 * <p>The checks come from the lab's folder, also when a solution is checked: there is one copy of them.
 */
public final class LabChecks {
    /** A check takes seconds; one of a function that waits for its own time-out, again and again, much longer. */
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final LocalCloud cloud;
    private final CheckCompiler compiler;
    private final CheckRunner runner;
    private final Path solution;

    private LabChecks(LocalCloud cloud, CheckCompiler compiler, Path solution) {
        this.cloud = cloud;
        this.solution = solution;
        this.compiler = compiler;
        runner = new CheckRunner(compiler.classes());
    }

    /**
     * Compiles the checks of a lab.
     *
     * @param lab the lab an attendee edits
     * @throws dev.edaworkshop.testkit.build.LabBuildException if they do not compile
     */
    public static LabChecks of(LabProject lab, LocalCloud cloud) {
        LabChecks checks = unprepared(lab, cloud);
        checks.compile();
        return checks;
    }

    /** The checks of a lab; to be {@linkplain #compile compiled} before they are run. */
    public static LabChecks unprepared(LabProject lab, LocalCloud cloud) {
        return new LabChecks(cloud, new CheckCompiler(lab), Exercises.solution(lab.directory()));
    }

    /**
     * Compiles the checks, if they changed.
     *
     * @throws dev.edaworkshop.testkit.build.LabBuildException if they do not compile
     */
    public void compile() {
        compiler.compile();
    }

    /**
     * Checks one exercise; throws as {@link CheckRunner#run} does.
     *
     * @param assembly the lab, assembled
     * @param programs what the assembly was made of
     * @return red as well if the check did not end in time
     * @throws CheckCancelledException if this thread is interrupted meanwhile
     */
    public Verdict check(
            ExerciseCard exercise, CloudAssembly assembly, LabPrograms programs, Supplier<LearnerCloud> learnerCloud) {
        PhaseClock clock = new PhaseClock();
        LocalSession session =
                new LocalSession(cloud, () -> assembly, programs, solution, id -> learnerCloud.get(), clock);
        Verdict verdict = new LimitedCheck(exercise.id(), LIMIT, session::timedOutFunctions)
                .run(() -> LabSessions.during(session, () -> runner.run(exercise.id(), exercise.check())));
        return verdict.remarking(session.remarks()).timed(clock.timingsWithRest(Phase.JUDGE));
    }
}
