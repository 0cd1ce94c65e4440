package dev.edaworkshop.localcloud.sqs;

import dev.edaworkshop.localcloud.delivery.MessageSource.Received;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The receives of a FIFO queue within the last five minutes that carried an attempt id: who lost the answer asks again
 * and gets the same messages. The queue's lock guards it.
 *
 * <p>An attempt is forgotten when one of its messages has been deleted or is visible again; SQS does not say what then
 * happens, here the next receive with its id is a new one.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ReceiveMessage.html">ReceiveRequestAttemptId</a>
 */
final class ReceiveAttempts {
    /** In the order of time. */
    private final Map<String, Attempt> attempts = new LinkedHashMap<>();

    private record Attempt(List<Received> received, Instant time) {}

    /** What the attempt received before, if all of it is still in flight; its visibility timeout begins anew. */
    Optional<List<Received>> repeat(String attemptId, Backlog backlog, Instant now, Duration visibilityTimeout) {
        var oldestFirst = attempts.values().iterator();
        while (oldestFirst.hasNext()
                && !oldestFirst.next().time.plus(Deduplication.INTERVAL).isAfter(now)) {
            oldestFirst.remove();
        }
        Attempt attempt = attempts.get(attemptId);
        if (attempt == null || !attempt.received.stream().allMatch(received -> isInFlight(received, backlog))) {
            return Optional.empty();
        }
        for (Received received : attempt.received) {
            backlog.find(received.messageId()).ifPresent(message -> backlog.hide(message, now.plus(visibilityTimeout)));
        }
        return Optional.of(attempt.received);
    }

    void remember(String attemptId, List<Received> received, Instant now) {
        attempts.remove(attemptId); // it goes to the end of the line
        if (!received.isEmpty()) {
            attempts.put(attemptId, new Attempt(List.copyOf(received), now));
        }
    }

    private static boolean isInFlight(Received received, Backlog backlog) {
        return backlog.find(received.messageId())
                .filter(message -> message.receiveCount() == received.receiveCount() && backlog.isInFlight(message))
                .isPresent();
    }
}
