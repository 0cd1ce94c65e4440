package dev.edaworkshop.localcloud.sqs;

import dev.edaworkshop.localcloud.delivery.MessageSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Those who want to know when there may be something to receive; another of them is told first each time. */
final class Listeners {
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final AtomicInteger turns = new AtomicInteger();

    MessageSource.Subscription add(Runnable listener) {
        Listener added = new Listener(listener);
        listeners.add(added);
        return added;
    }

    boolean isEmpty() {
        return listeners.isEmpty();
    }

    void tell() {
        List<Listener> inTurn = new ArrayList<>(listeners);
        Collections.rotate(inTurn, turns.getAndIncrement());
        inTurn.forEach(listener -> listener.action.run());
    }

    /** Two listeners are never equal, even if they do the same. */
    private final class Listener implements MessageSource.Subscription {
        private final Runnable action;

        private Listener(Runnable action) {
            this.action = action;
        }

        @Override
        public void close() {
            listeners.remove(this);
        }
    }
}
