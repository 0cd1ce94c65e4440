package dev.edaworkshop.testkit.run;

import dev.edaworkshop.localcloud.Account;
import dev.edaworkshop.localcloud.LocalCloud;
import dev.edaworkshop.localcloud.cloudformation.CloudAssembly;
import dev.edaworkshop.testkit.DeployedLab;
import dev.edaworkshop.testkit.LabSession;
import dev.edaworkshop.testkit.LearnerCloud;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** Deploys a lab into accounts of one local cloud, a fresh one for each test. */
public final class LocalSession implements LabSession {
    private final LocalCloud cloud;
    private final Supplier<CloudAssembly> assembly;
    private final Function<String, LearnerCloud> learnerCloud;
    private final PhaseClock clock;

    /**
     * @param assembly the lab, assembled; asked for each test
     * @param learnerCloud by exercise; see {@link #learnersOwn}, {@link #nobodys} and {@link Rehearsal}
     */
    public LocalSession(
            LocalCloud cloud, Supplier<CloudAssembly> assembly, Function<String, LearnerCloud> learnerCloud) {
        this(cloud, assembly, learnerCloud, new PhaseClock());
    }

    /** @param clock hears how long the labs of this session take */
    LocalSession(
            LocalCloud cloud,
            Supplier<CloudAssembly> assembly,
            Function<String, LearnerCloud> learnerCloud,
            PhaseClock clock) {
        this.cloud = cloud;
        this.assembly = assembly;
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
        return LocalLab.deploy(cloud, assembly.get(), exercise, clock);
    }

    @Override
    public LearnerCloud learnerCloud(String exercise) {
        return learnerCloud.apply(exercise);
    }
}
