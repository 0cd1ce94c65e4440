package dev.edaworkshop.localcloud.sqs;

import dev.edaworkshop.localcloud.delivery.MessageSource.Received;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One receive: takes visible messages until it has enough, and sets those aside that were received too often. */
final class Handout {
    private final String consumer;
    private final int max;
    private final Duration visibilityTimeout;
    private final Optional<Redrive> redrive;
    private final List<Received> received = new ArrayList<>();
    private final List<QueuedMessage> overReceived = new ArrayList<>();

    Handout(String consumer, int max, Duration visibilityTimeout, Optional<Redrive> redrive) {
        this.consumer = consumer;
        this.max = max;
        this.visibilityTimeout = visibilityTimeout;
        this.redrive = redrive;
    }

    /** Messages now in flight. */
    List<Received> received() {
        return received;
    }

    /** Messages now in no queue, which belong into the dead-letter queue. */
    List<QueuedMessage> overReceived() {
        return overReceived;
    }

    /** @param queueId for the receipt handles */
    Handout take(Backlog backlog, Instant now, QueueJournal journal, String queueId) {
        int room = Math.min(max, Queue.MAX_IN_FLIGHT - backlog.inFlightCount());
        String group = "";
        while (received.size() < room) {
            Optional<QueuedMessage> next = backlog.next(group);
            if (next.isEmpty()) {
                break;
            }
            QueuedMessage message = next.get();
            group = message.message().content().groupId();
            Optional<Redrive> exceeded = redrive.filter(limit -> limit.concerns(message));
            if (exceeded.isPresent()) {
                backlog.remove(message);
                journal.deadLettered(message, exceeded.get());
                overReceived.add(message);
            } else {
                message.receive(consumer, now);
                backlog.hide(message, now.plus(visibilityTimeout));
                journal.received(message);
                received.add(message.handedOut(queueId));
            }
        }
        return this;
    }
}
