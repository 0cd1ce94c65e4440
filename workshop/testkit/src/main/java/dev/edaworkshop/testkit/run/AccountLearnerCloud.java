package dev.edaworkshop.testkit.run;

import dev.edaworkshop.localcloud.Account;
import dev.edaworkshop.localcloud.journal.Hop;
import dev.edaworkshop.testkit.DeployedLab.QueueView;
import dev.edaworkshop.testkit.LearnerCloud;
import java.util.List;
import java.util.Map;

/** The learner's cloud, when it is in this process. */
final class AccountLearnerCloud implements LearnerCloud {
    private final Account account;
    private final Map<String, String> outputs;

    AccountLearnerCloud(Account account, Map<String, String> outputs) {
        this.account = account;
        this.outputs = Map.copyOf(outputs);
    }

    @Override
    public boolean isRunning() {
        return true;
    }

    @Override
    public String output(String name) {
        return Outputs.required(outputs, name);
    }

    @Override
    public List<Hop> journal() {
        return account.journal().hops();
    }

    @Override
    public QueueView queue(String url) {
        return QueueViews.of(account, url);
    }
}
