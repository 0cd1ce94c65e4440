package dev.edaworkshop.localcloud.clock;

/** A piece of work in progress; closing it twice does no harm. */
public final class Busy implements AutoCloseable {
    private final CloudClock clock;
    private final String what;

    Busy(CloudClock clock, String what) {
        this.clock = clock;
        this.what = what;
    }

    String what() {
        return what;
    }

    @Override
    public void close() {
        clock.finished(this);
    }
}
