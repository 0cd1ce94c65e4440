package dev.edaworkshop.testkit.run;

import dev.edaworkshop.localcloud.Account;
import dev.edaworkshop.localcloud.LocalCloud;
import dev.edaworkshop.localcloud.cloudformation.CloudAssembly;
import dev.edaworkshop.localcloud.journal.Hop;
import dev.edaworkshop.localcloud.journal.Journal;
import dev.edaworkshop.testkit.LearnerCloud;
import dev.edaworkshop.testkit.build.LabProject;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Does by itself what an exercise asks a learner to do by hand, so that a solution can be checked without one.
 *
 * <p>Actions: the name of a program of the lab starts it ({@code worker} stays, others are waited for);
 * {@code receive-without-deleting} takes a message from the worker's queue and leaves it at that.
 */
public final class Rehearsal implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(50);
    private static final String STAYS = "worker";
    private static final String WORKER_QUEUE = "WorkerQueueUrl";
    private static final String RECEIVE = "receive-without-deleting";

    private final LocalCloud cloud;
    private final LabProject lab;
    private final Map<String, String> programs;
    private final List<Process> running = new ArrayList<>();
    private final List<Account> accounts = new ArrayList<>();

    /** @param programs main class by name */
    public Rehearsal(LocalCloud cloud, LabProject lab, Map<String, String> programs) {
        this.cloud = cloud;
        this.lab = lab;
        this.programs = Map.copyOf(programs);
    }

    /** Deploys the lab and performs the actions, one after the other; afterwards everything has arrived that will. */
    public LearnerCloud perform(CloudAssembly assembly, List<String> actions) {
        Account account = cloud.newAccount();
        accounts.add(account);
        Map<String, String> outputs = new LinkedHashMap<>();
        account.stacks().deploy(assembly, event -> {}).forEach(receipt -> outputs.putAll(receipt.outputs()));
        String key = cloud.issueKey(account, account.administrator());
        CountDownLatch deleted = new CountDownLatch(1);
        String workerQueue =
                QueueViews.of(account, Outputs.required(outputs, WORKER_QUEUE)).arn();
        try (Journal.Listening listening = account.journal().listen(hop -> {
            if (hop.kind() == Hop.Kind.DELETED && List.of(hop.from(), hop.to()).contains(workerQueue)) {
                deleted.countDown();
            }
        })) {
            for (String action : actions) {
                perform(action, account, outputs, key);
            }
            // With a worker and something to work on, the deletion is the last thing that happens.
            if (actions.contains(STAYS) && actions.size() > 1) {
                deleted.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while rehearsing", e);
        }
        return LocalSession.learnersOwn(account, outputs);
    }

    private void perform(String action, Account account, Map<String, String> outputs, String key)
            throws InterruptedException {
        if (action.equals(RECEIVE)) {
            receive(account, Outputs.required(outputs, WORKER_QUEUE), key);
            return;
        }
        String mainClass = programs.get(action);
        if (mainClass == null) {
            throw new IllegalStateException(
                    "%s has no program %s; it has %s".formatted(lab.name(), action, programs.keySet()));
        }
        try {
            Process process = LabProgram.process(
                            lab,
                            mainClass,
                            List.of(),
                            outputs,
                            cloud.endpoint(),
                            account.context().region(),
                            key)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            running.add(process);
            if (!action.equals(STAYS) && !process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("The program %s of %s does not end".formatted(action, lab.name()));
            }
        } catch (IOException e) {
            throw new IllegalStateException("The program %s of %s cannot be started".formatted(action, lab.name()), e);
        }
    }

    private void receive(Account account, String queueUrl, String key) {
        try (LabClients clients =
                new LabClients(cloud.endpoint(), account.context().region(), key)) {
            SqsClient sqs = clients.sqs();
            sqs.receiveMessage(request -> request.queueUrl(queueUrl).maxNumberOfMessages(10));
        }
    }

    @Override
    public void close() {
        running.forEach(Process::destroyForcibly);
        accounts.forEach(cloud::closeAccount);
    }
}
