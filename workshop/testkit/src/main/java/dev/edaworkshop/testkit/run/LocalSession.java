package dev.edaworkshop.testkit.run;

import dev.edaworkshop.localcloud.Account;
import dev.edaworkshop.localcloud.LocalCloud;
import dev.edaworkshop.localcloud.cloudformation.CloudAssembly;
import dev.edaworkshop.localcloud.journal.Hop;
import dev.edaworkshop.testkit.DeployedLab;
import dev.edaworkshop.testkit.LabSession;
import dev.edaworkshop.testkit.LearnerCloud;
import dev.edaworkshop.testkit.OwnTests;
import dev.edaworkshop.testkit.own.OwnTestsProcess;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Supplier;

/** Deploys a lab into accounts of one local cloud, a fresh one for each test. */
public final class LocalSession implements LabSession {
    private final LocalCloud cloud;
    private final Supplier<CloudAssembly> assembly;
    private final Function<String, LearnerCloud> learnerCloud;
    private final PhaseClock clock;
    private final LabPrograms programs;
    private final Path solution;
    private final List<LocalLab> deployed = new CopyOnWriteArrayList<>();

    /**
     * @param assembly the lab, assembled; asked for each test
     * @param programs what the assembly was made of
     * @param solution the folder of the lab's solution
     * @param learnerCloud by exercise; see {@link #learnersOwn}, {@link #nobodys} and {@link Rehearsal}
     */
    public LocalSession(
            LocalCloud cloud,
            Supplier<CloudAssembly> assembly,
            LabPrograms programs,
            Path solution,
            Function<String, LearnerCloud> learnerCloud) {
        this(cloud, assembly, programs, solution, learnerCloud, new PhaseClock());
    }

    /** @param clock hears how long the labs of this session take */
    LocalSession(
            LocalCloud cloud,
            Supplier<CloudAssembly> assembly,
            LabPrograms programs,
            Path solution,
            Function<String, LearnerCloud> learnerCloud,
            PhaseClock clock) {
        this.cloud = cloud;
        this.assembly = assembly;
        this.programs = programs;
        this.solution = solution;
        this.learnerCloud = learnerCloud;
        this.clock = clock;
    }

    /** The cloud of a learner that runs in this process. */
    public static LearnerCloud learnersOwn(Account account, Map<String, String> outputs) {
        return new AccountLearnerCloud(account, outputs);
    }

    /** For when the learner has started none. */
    public static LearnerCloud nobodys() {
        return new NoLearnerCloud();
    }

    @Override
    public DeployedLab deploy(String exercise) {
        LocalLab lab = LocalLab.deploy(cloud, assembly.get(), exercise, clock, programs);
        deployed.add(lab);
        return lab;
    }

    /** Says which functions of this session's labs did not answer in time; empty if all did. */
    String timedOutFunctions() {
        List<String> functions = deployed.stream()
                .flatMap(lab -> lab.journal().stream())
                .filter(hop -> hop.kind() == Hop.Kind.THREW && hop.reason().contains("Task timed out"))
                .map(hop -> hop.from().substring(hop.from().lastIndexOf(':') + 1))
                .distinct()
                .toList();
        return functions.isEmpty()
                ? ""
                : "%s did not answer within the time-out that the stack gives it, again and again: is there a loop without an end in its handler?"
                        .formatted(String.join(" and ", functions));
    }

    /** What the checks of this session have to show, in order. */
    List<String> remarks() {
        return deployed.stream().flatMap(lab -> lab.remarks().stream()).toList();
    }

    @Override
    public OwnTests ownTests() {
        return new OwnTestsProcess(programs.lab(), solution);
    }

    @Override
    public LearnerCloud learnerCloud(String exercise) {
        return learnerCloud.apply(exercise);
    }
}
