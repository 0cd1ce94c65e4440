package dev.edaworkshop.localcloud.lambda;

import java.time.Duration;

/** How long, in real time, at least one invocation had to wait because no process was ready. Its monitor guards it. */
final class StartWait {
    private int waiting;
    private long sinceNanos;
    private long nanos;

    synchronized void begin() {
        if (waiting++ == 0) {
            sinceNanos = System.nanoTime();
        }
    }

    synchronized void end() {
        if (--waiting == 0) {
            nanos += System.nanoTime() - sinceNanos;
        }
    }

    synchronized Duration soFar() {
        return Duration.ofNanos(waiting == 0 ? nanos : nanos + System.nanoTime() - sinceNanos);
    }
}
