package dev.edaworkshop.localcloud.lambda;

import java.time.Duration;
import java.util.SplittableRandom;

/** What goes wrong with a function on purpose. */
public sealed interface FaultPlan {
    /** For people. */
    String inWords();

    /**
     * Some invocations fail without reaching the process.
     *
     * @param percent 1 to 100
     * @param seed which ones: the same seed chooses the same invocations, counted from when the fault is switched on
     * @param errorType a Java class, such as {@code java.net.ConnectException}
     */
    record Fail(int percent, long seed, String errorType, String errorMessage) implements FaultPlan {
        public Fail {
            if (percent < 1 || percent > 100) {
                throw new IllegalArgumentException("A fault fails 1 to 100 percent, not " + percent);
            }
        }

        /** @param invocation counts from 1 */
        boolean strikes(long invocation) {
            return new SplittableRandom(seed * 1_000_003 + invocation).nextInt(100) < percent;
        }

        @Override
        public String inWords() {
            return percent == 100 ? "every invocation fails" : "%d %% of its invocations fail".formatted(percent);
        }
    }

    /** No invocation is let in, as if too many were at work. */
    record Throttle() implements FaultPlan {
        @Override
        public String inWords() {
            return "every invocation is throttled";
        }
    }

    /**
     * Every invocation waits before it reaches the process; if the function's timeout is no longer than that, it times out.
     *
     * @param by in real time, because that is what a process runs in
     */
    record Slow(Duration by) implements FaultPlan {
        public Slow {
            if (by.isNegative() || by.isZero()) {
                throw new IllegalArgumentException("A fault slows down by more than nothing, not by " + by);
            }
        }

        @Override
        public String inWords() {
            return "every invocation takes %s seconds longer".formatted(by.toMillis() / 1000.0);
        }
    }
}
