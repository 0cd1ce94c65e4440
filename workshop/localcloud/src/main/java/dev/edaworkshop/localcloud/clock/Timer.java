package dev.edaworkshop.localcloud.clock;

import java.time.Instant;

/** Something that happens once, later. */
public final class Timer {
    private final CloudClock clock;
    private final Instant due;
    private final long number;
    private final String what;
    private final Runnable action;

    Timer(CloudClock clock, Instant due, long number, String what, Runnable action) {
        this.clock = clock;
        this.due = due;
        this.number = number;
        this.what = what;
        this.action = action;
    }

    public Instant due() {
        return due;
    }

    public String what() {
        return what;
    }

    /** Has no effect once the timer has rung. */
    public void cancel() {
        clock.cancel(this);
    }

    long number() {
        return number;
    }

    Runnable action() {
        return action;
    }
}
