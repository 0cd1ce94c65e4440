package dev.edaworkshop.lab1.checks;

import dev.edaworkshop.localcloud.journal.Hop;
import dev.edaworkshop.localcloud.journal.Hop.Kind;
import dev.edaworkshop.testkit.DeployedLab.QueueView;
import dev.edaworkshop.testkit.Exercise;
import dev.edaworkshop.testkit.LearnerCloud;
import dev.edaworkshop.testkit.Red;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Looks at the cloud you started yourself: did what your playground said reach your worker? */
@Exercise("1.1")
class FourTerminalsCheck {

    @Test
    void an_event_from_your_playground_reaches_your_worker(LearnerCloud cloud) {
        if (!cloud.isRunning()) {
            throw nothingPublished("No shop is running. In the first terminal: ./lab start 1");
        }
        Set<String> published = publishedByThePlayground(cloud);
        if (published.isEmpty()) {
            throw nothingPublished("In a terminal of its own: ./lab run 1 playground \"Wooden boat\"");
        }
        QueueView queue = cloud.queue(cloud.output("WorkerQueueUrl"));
        List<Hop> atTheWorkersQueue = cloud.journal().stream()
                .filter(hop -> published.contains(hop.eventId()))
                .filter(hop -> hop.from().equals(queue.arn()) || hop.to().equals(queue.arn()))
                .toList();
        if (!happened(Kind.RECEIVED, atTheWorkersQueue)) {
            throw workerNotRunning(queue);
        }
        if (!happened(Kind.DELETED, atTheWorkersQueue)) {
            throw receivedNotDeleted(queue);
        }
    }

    private static Set<String> publishedByThePlayground(LearnerCloud cloud) {
        String topic = cloud.output("ProductCreatedTopicArn");
        return cloud.journal().stream()
                .filter(hop -> hop.kind() == Kind.PUBLISHED && hop.to().equals(topic))
                .filter(hop -> Body.parse(hop.payload()).text("source").equals("playground"))
                .map(Hop::eventId)
                .collect(Collectors.toSet());
    }

    private static boolean happened(Kind kind, List<Hop> hops) {
        return hops.stream().anyMatch(hop -> hop.kind() == kind);
    }

    private static Red nothingPublished(String whatToDo) {
        return Red.because(
                "nothing-published",
                "your playground says that a product was created",
                "Nobody has published anything. " + whatToDo);
    }

    private static Red workerNotRunning(QueueView queue) {
        String messages = queue.visible() == 1 ? "1 message" : queue.visible() + " messages";
        return Red.because(
                "worker-not-running",
                "a worker takes the event from its queue",
                queue.hasPoller()
                        ? "The worker's queue holds %s; the worker is there, but has taken none. Check once more"
                                .formatted(messages)
                        : "The queue holds %s and nobody polls it. Which terminal is missing?".formatted(messages));
    }

    private static Red receivedNotDeleted(QueueView queue) {
        return Red.because(
                "received-not-deleted",
                "whoever takes the event from the queue also deletes it",
                "The event was received and never deleted (%d in flight), so it will be back. Was that your worker?"
                        .formatted(queue.inFlight()));
    }
}
