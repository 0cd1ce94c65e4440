package dev.edaworkshop.testkit;

import dev.edaworkshop.localcloud.journal.Hop;
import dev.edaworkshop.testkit.DeployedLab.QueueView;
import java.util.List;

/**
 * The cloud that the learner has running in a terminal, with the lab deployed and whatever the learner did to it.
 *
 * <p>A check may look and must not touch.
 */
public interface LearnerCloud {
    /** Whether a cloud runs and has the lab's stack; if not, the other methods answer with nothing. */
    boolean isRunning();

    /**
     * An output of the lab's stack.
     *
     * @throws Red with mistake {@code missing-output} if the stack has no such output
     */
    String output(String name);

    /** Everything that happened since the lab was deployed, oldest first. */
    List<Hop> journal();

    QueueView queue(String url);
}
