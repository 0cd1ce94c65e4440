package dev.edaworkshop.localcloud.sns;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps the order of a FIFO topic's message groups: while a message is being delivered to a subscription, tried again
 * included, later ones of its group wait. Its own monitor guards it.
 */
final class FifoLines {
    private final Map<Key, Deque<Notification>> waiting = new HashMap<>();

    private record Key(String subscriptionArn, String group) {
        private static Key of(Notification notification) {
            return new Key(
                    notification.subscription().arn(),
                    notification.publication().message().groupId().orElse(""));
        }
    }

    /** @return whether the message may be delivered now; otherwise it waits until {@link #leave} hands it out */
    synchronized boolean enter(Notification notification) {
        Deque<Notification> line = waiting.get(Key.of(notification));
        if (line == null) {
            waiting.put(Key.of(notification), new ArrayDeque<>());
            return true;
        }
        line.add(notification);
        return false;
    }

    /** @return the message that may be delivered after this one */
    synchronized Optional<Notification> leave(Notification notification) {
        Deque<Notification> line = waiting.getOrDefault(Key.of(notification), new ArrayDeque<>());
        if (line.isEmpty()) {
            waiting.remove(Key.of(notification));
        }
        return Optional.ofNullable(line.poll());
    }
}
