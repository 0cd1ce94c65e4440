package dev.edaworkshop.localcloud.clock;

import java.time.Instant;

/** Something that happens once, later. */
public final class Timer {
    private final CloudClock clock;
    private final Instant due;
    private final long number;
    private final String what;
    private final boolean recurring;
    private final Runnable action;

    Timer(CloudClock clock, Instant due, long number, String what, boolean recurring, Runnable action) {
        this.clock = clock;
        this.due = due;
        this.number = number;
        this.what = what;
        this.recurring = recurring;
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

    /** Whether it rings again and again, so that nobody waits for it. */
    boolean isRecurring() {
        return recurring;
    }

    long number() {
        return number;
    }

    Runnable action() {
        return action;
    }
}
