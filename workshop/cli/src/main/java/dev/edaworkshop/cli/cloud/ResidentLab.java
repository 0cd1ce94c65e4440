package dev.edaworkshop.cli.cloud;

import dev.edaworkshop.cli.project.Lab;
import dev.edaworkshop.localcloud.LocalCloud;
import dev.edaworkshop.localcloud.cloudformation.CloudAssembly;
import dev.edaworkshop.localcloud.cloudformation.DeployReceipt;
import dev.edaworkshop.testkit.exercises.ExerciseCard;
import dev.edaworkshop.testkit.exercises.Exercises;
import dev.edaworkshop.testkit.run.LabAssembler;
import dev.edaworkshop.testkit.run.LabChecks;
import dev.edaworkshop.testkit.run.LabPrograms;
import dev.edaworkshop.testkit.run.LocalSession;
import dev.edaworkshop.testkit.run.Phase;
import dev.edaworkshop.testkit.run.PhaseClock;
import dev.edaworkshop.testkit.run.Timings;
import dev.edaworkshop.testkit.run.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The attendee's lab, deployed in a cloud that stays, with everything warm that the next check needs.
 *
 * <p>One deployment or check at a time; the object's monitor guards it.
 */
public final class ResidentLab implements AutoCloseable {
    private final Lab lab;
    private final LocalCloud cloud;
    private final LabAssembler assembler;
    private final LabChecks checks;
    private Map<String, String> outputs = Map.of();

    private ResidentLab(Lab lab, LocalCloud cloud, LabAssembler assembler) {
        this.lab = lab;
        this.cloud = cloud;
        this.assembler = assembler;
        checks = LabChecks.unprepared(assembler.lab(), cloud);
    }

    /** Prepares the lab; {@link #deploy} brings it into the cloud. */
    public static ResidentLab open(Lab lab, LocalCloud cloud) {
        return new ResidentLab(
                lab, cloud, Troubles.explained(lab.folderName(), () -> LabAssembler.open(lab.starter())));
    }

    public Lab lab() {
        return lab;
    }

    /** What the stack tells about itself; empty before it is deployed. */
    public synchronized Map<String, String> outputs() {
        return outputs;
    }

    /** Deploys the lab as it is on disk now: all of it the first time, the difference afterwards. */
    public synchronized List<DeployReceipt> deploy() {
        return Troubles.explained(lab.folderName(), () -> deploy(assembler.assemble()));
    }

    /**
     * Deploys the lab as it is on disk now, and checks exercises, each in an account of its own.
     *
     * @return how long the way to the first check took; the verdicts know their own times
     */
    public synchronized Timings check(List<ExerciseCard> exercises, Consumer<Verdict> each) {
        PhaseClock clock = new PhaseClock();
        CloudAssembly assembly = Troubles.explained(lab.folderName(), () -> prepare(clock));
        LabPrograms programs =
                LabPrograms.of(assembler.lab(), Exercises.of(lab.solution()).lab());
        for (ExerciseCard exercise : exercises) {
            each.accept(Troubles.explained(
                    lab.folderName(),
                    () -> checks.check(
                            exercise, assembly, programs, () -> LocalSession.learnersOwn(cloud.account(), outputs))));
        }
        return clock.timings();
    }

    private CloudAssembly prepare(PhaseClock clock) {
        CloudAssembly assembly = assembler.assemble(clock);
        clock.measure(Phase.DEPLOY, () -> deploy(assembly));
        clock.measure(Phase.COMPILE, () -> {
            checks.compile();
            return lab;
        });
        return assembly;
    }

    private List<DeployReceipt> deploy(CloudAssembly assembly) {
        List<DeployReceipt> receipts = cloud.account().stacks().deploy(assembly, event -> {});
        Map<String, String> fresh = new LinkedHashMap<>();
        receipts.forEach(receipt -> fresh.putAll(receipt.outputs()));
        outputs = fresh;
        return receipts;
    }

    @Override
    public void close() {
        assembler.close();
    }
}
