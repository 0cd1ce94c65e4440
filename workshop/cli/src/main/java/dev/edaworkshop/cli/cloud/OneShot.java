package dev.edaworkshop.cli.cloud;

import dev.edaworkshop.cli.project.Lab;
import dev.edaworkshop.localcloud.LocalCloud;
import dev.edaworkshop.localcloud.cloudformation.CloudAssembly;
import dev.edaworkshop.testkit.LearnerCloud;
import dev.edaworkshop.testkit.build.LabProject;
import dev.edaworkshop.testkit.exercises.ExerciseCard;
import dev.edaworkshop.testkit.exercises.Exercises;
import dev.edaworkshop.testkit.run.LabAssembler;
import dev.edaworkshop.testkit.run.LabChecks;
import dev.edaworkshop.testkit.run.LabPrograms;
import dev.edaworkshop.testkit.run.LocalSession;
import dev.edaworkshop.testkit.run.Phase;
import dev.edaworkshop.testkit.run.PhaseClock;
import dev.edaworkshop.testkit.run.Rehearsal;
import dev.edaworkshop.testkit.run.Timings;
import dev.edaworkshop.testkit.run.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Checks a lab with a local cloud that lives no longer than the check. */
public final class OneShot {
    private OneShot() {}

    /**
     * Checks exercises, one after the other.
     *
     * @param solution whether the solution is checked in place of what the attendee wrote
     * @param each hears of every verdict as soon as it is there
     * @return how long the way to the first check took; the verdicts know their own times
     */
    public static Timings check(Lab lab, boolean solution, List<ExerciseCard> exercises, Consumer<Verdict> each) {
        try (LabAssembler assembler =
                        Troubles.explained(lab.folderName(), () -> LabAssembler.open(folder(lab, solution)));
                LocalCloud cloud = LocalCloud.start(0);
                Rehearsal rehearsal = rehearsal(cloud, assembler.lab(), lab)) {
            PhaseClock clock = new PhaseClock();
            CloudAssembly assembly = Troubles.explained(lab.folderName(), () -> assembler.assemble(clock));
            LabChecks checks = Troubles.explained(
                    lab.folderName(),
                    () -> clock.measure(Phase.COMPILE, () -> LabChecks.of(LabProject.open(lab.starter()), cloud)));
            LabPrograms programs =
                    LabPrograms.of(assembler.lab(), Exercises.of(lab.solution()).lab());
            for (ExerciseCard exercise : exercises) {
                // A solution has no learner: what an exercise asks to be done by hand, the check does by itself.
                Supplier<LearnerCloud> learner =
                        solution ? () -> rehearsal.perform(assembly, exercise.actions()) : LocalSession::nobodys;
                each.accept(Troubles.explained(
                        lab.folderName(), () -> checks.check(exercise, assembly, programs, learner)));
            }
            return clock.timings();
        }
    }

    private static Path folder(Lab lab, boolean solution) {
        return solution ? lab.solution() : lab.starter();
    }

    private static Rehearsal rehearsal(LocalCloud cloud, LabProject project, Lab lab) {
        return new Rehearsal(cloud, project, Exercises.of(lab.solution()).lab().programs());
    }
}
