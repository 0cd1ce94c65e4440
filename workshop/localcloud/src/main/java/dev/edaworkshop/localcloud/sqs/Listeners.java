package dev.edaworkshop.localcloud.sqs;

import dev.edaworkshop.localcloud.delivery.MessageSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Those who want to know when there may be something to receive; another of them is told first each time. */
final class Listeners {
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final AtomicInteger turns = new AtomicInteger();

    MessageSource.Subscription add(Runnable listener) {
        Runnable own = listener::run; // so that closing one of two equal listeners leaves the other
        listeners.add(own);
        return () -> listeners.remove(own);
    }

    boolean isEmpty() {
        return listeners.isEmpty();
    }

    void tell() {
        List<Runnable> inTurn = new ArrayList<>(listeners);
        Collections.rotate(inTurn, turns.getAndIncrement());
        inTurn.forEach(Runnable::run);
    }
}
