package dev.edaworkshop.testkit.run;

import dev.edaworkshop.localcloud.Account;
import dev.edaworkshop.localcloud.sqs.Queue;
import dev.edaworkshop.testkit.DeployedLab.QueueView;
import java.util.Optional;

/** Looks into queues. */
final class QueueViews {
    private QueueViews() {}

    /** @throws IllegalArgumentException if there is no such queue */
    static QueueView of(Account account, String url) {
        Queue queue = account.queues()
                .find(url)
                .orElseThrow(() -> new IllegalArgumentException("There is no queue with the URL " + url));
        Optional<String> deadLetters = queue.deadLetterQueueArn()
                .flatMap(arn -> account.queues().find(arn))
                .map(Queue::url);
        return new QueueView(
                queue.arn(), queue.visibleCount(), queue.inFlightCount(), queue.hasConsumer(), deadLetters);
    }
}
