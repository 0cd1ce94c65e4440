package dev.edaworkshop.localcloud.sqs;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a FIFO queue has taken in within the last five minutes, deleted since or not. The queue's lock guards it.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/using-messagededuplicationid-property.html">Message deduplication id</a>
 */
final class Deduplication {
    static final Duration INTERVAL = Duration.ofMinutes(5);

    /** In the order of time. */
    private final Map<Key, Taken> taken = new LinkedHashMap<>();

    /** @param group empty if the whole queue is the scope */
    private record Key(String group, String id) {}

    /** What the answer to a repetition says again. */
    record Taken(String messageId, String sequenceNumber, Instant time) {}

    /** The message that this one repeats. */
    Optional<Taken> earlier(MessageContent content, boolean byGroup, Instant now) {
        var oldestFirst = taken.values().iterator();
        while (oldestFirst.hasNext()
                && !oldestFirst.next().time().plus(INTERVAL).isAfter(now)) {
            oldestFirst.remove();
        }
        return Optional.ofNullable(taken.get(key(content, byGroup)));
    }

    void remember(MessageContent content, boolean byGroup, Taken message) {
        taken.put(key(content, byGroup), message);
    }

    private static Key key(MessageContent content, boolean byGroup) {
        return new Key(byGroup ? content.groupId() : "", content.deduplicationId());
    }
}
