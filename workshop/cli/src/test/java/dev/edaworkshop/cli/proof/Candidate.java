package dev.edaworkshop.cli.proof;

import dev.edaworkshop.localcloud.LocalCloud;
import dev.edaworkshop.localcloud.cloudformation.CloudAssembly;
import dev.edaworkshop.testkit.build.LabProject;
import dev.edaworkshop.testkit.exercises.ExerciseCard;
import dev.edaworkshop.testkit.run.LabChecks;
import dev.edaworkshop.testkit.run.LabPrograms;
import dev.edaworkshop.testkit.run.Rehearsal;
import dev.edaworkshop.testkit.run.Verdict;
import java.util.List;
import java.util.Map;

/** One state of a lab's code, assembled. */
record Candidate(
        LocalCloud cloud, LabProject project, Map<String, String> programs, CloudAssembly assembly, LabChecks checks) {

    /** @param byHand what is done by hand, for exercises that ask for it */
    Verdict check(ExerciseCard exercise, List<String> byHand) {
        try (Rehearsal rehearsal = new Rehearsal(cloud, project, programs)) {
            return checks.check(
                    exercise, assembly, new LabPrograms(project, programs), () -> rehearsal.perform(assembly, byHand));
        }
    }
}
