package dev.edaworkshop.localcloud.outbox;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The e-mails and text messages of one account, oldest first. Nothing leaves the machine.
 *
 * <p>Bounded: it keeps the newest and says how many it has {@link #dropped}. Its own monitor guards it.
 */
public final class Outbox {
    private static final int MAX_MESSAGES = 1_000;

    private final Deque<OutboxMessage> messages = new ArrayDeque<>();
    private long dropped;

    public synchronized void add(OutboxMessage message) {
        messages.addLast(message);
        if (messages.size() > MAX_MESSAGES) {
            messages.removeFirst();
            dropped++;
        }
    }

    /** All messages kept, oldest first. */
    public synchronized List<OutboxMessage> messages() {
        return List.copyOf(messages);
    }

    /** What was sent to one address or number, oldest first. */
    public List<OutboxMessage> messagesTo(String addressOrNumber) {
        return messages().stream()
                .filter(message -> message.to().equals(addressOrNumber))
                .toList();
    }

    /** How many of the oldest messages are no longer kept. */
    public synchronized long dropped() {
        return dropped;
    }
}
