package dev.edaworkshop.localcloud.sns;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a FIFO topic has accepted within the last five minutes, and how many messages it has numbered. The topic's lock
 * guards it.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/fifo-message-dedup.html">Message deduplication for FIFO topics</a>
 */
final class FifoOrder {
    static final Duration INTERVAL = Duration.ofMinutes(5);

    /** The first of twenty digits. */
    private static final long FIRST_SEQUENCE_NUMBER = Long.parseUnsignedLong("10000000000000000000");

    private final Map<Key, Publication> accepted = new LinkedHashMap<>();
    private long numbers;

    /** @param group empty if the whole topic is the scope */
    private record Key(String group, String deduplicationId) {}

    /** The publication that this message repeats. */
    Optional<Publication> earlier(Message message, boolean byGroup, Instant now) {
        var oldestFirst = accepted.values().iterator();
        while (oldestFirst.hasNext()
                && !oldestFirst.next().time().plus(INTERVAL).isAfter(now)) {
            oldestFirst.remove();
        }
        return Optional.ofNullable(accepted.get(key(message, byGroup)));
    }

    Publication accept(String messageId, Message message, boolean byGroup, Instant now) {
        numbers++;
        String sequenceNumber = Long.toUnsignedString(FIRST_SEQUENCE_NUMBER + numbers);
        Publication publication = new Publication(messageId, Optional.of(sequenceNumber), now, message);
        accepted.put(key(message, byGroup), publication);
        return publication;
    }

    private static Key key(Message message, boolean byGroup) {
        return new Key(
                byGroup ? message.groupId().orElse("") : "",
                message.deduplicationId().orElse(""));
    }
}
