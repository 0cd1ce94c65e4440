package dev.edaworkshop.cli.playground;

import java.util.concurrent.TimeUnit;

/** Keeps events from going out faster than wanted. */
public final class Pace {
    private final long nanosBetween;
    private long next = System.nanoTime();

    /** @param perSecond 0 for as fast as it goes */
    public Pace(double perSecond) {
        nanosBetween = perSecond == 0 ? 0 : (long) (1e9 / perSecond);
    }

    /** Waits until the next one may go. */
    public void await() throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(next - System.nanoTime());
        next = Math.max(next, System.nanoTime() - nanosBetween) + nanosBetween;
    }
}
