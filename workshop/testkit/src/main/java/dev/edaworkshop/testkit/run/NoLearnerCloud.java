package dev.edaworkshop.testkit.run;

import dev.edaworkshop.localcloud.journal.Hop;
import dev.edaworkshop.testkit.DeployedLab.QueueView;
import dev.edaworkshop.testkit.LearnerCloud;
import dev.edaworkshop.testkit.Red;
import java.util.List;

/** The learner has not started a cloud. */
final class NoLearnerCloud implements LearnerCloud {
    @Override
    public boolean isRunning() {
        return false;
    }

    @Override
    public String output(String name) {
        throw notRunning();
    }

    @Override
    public List<Hop> journal() {
        return List.of();
    }

    @Override
    public QueueView queue(String url) {
        throw notRunning();
    }

    private static Red notRunning() {
        return Red.because(
                "not-started", "a cloud that you started, with ./lab start", "no ./lab start is running in this project");
    }
}
