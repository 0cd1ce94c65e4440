package dev.edaworkshop.localcloud.sns;

import java.time.Duration;
import java.util.Optional;

/**
 * When a delivery that failed on the server's side is tried again: at once, then after short pauses, then after growing
 * ones, then after long ones.
 *
 * @param immediate retries without pause
 * @param minDelay retries after {@code min}
 * @param backoff retries after pauses that grow from {@code min} to {@code max}
 * @param maxDelay retries after {@code max}
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/sns-message-delivery-retries.html">Message delivery retries</a>
 */
record RetrySchedule(
        int immediate, int minDelay, int backoff, int maxDelay, Duration min, Duration max, Backoff function) {
    /** Queues and functions: 100,015 retries in 23 days. */
    static final RetrySchedule AWS_MANAGED =
            new RetrySchedule(3, 2, 10, 100_000, Duration.ofSeconds(1), Duration.ofSeconds(20), Backoff.EXPONENTIAL);
    /** E-mail and text messages: 50 retries in 6 hours. */
    static final RetrySchedule CUSTOMER_MANAGED =
            new RetrySchedule(0, 2, 10, 38, Duration.ofSeconds(10), Duration.ofSeconds(600), Backoff.EXPONENTIAL);
    /** HTTP without a delivery policy of its own. */
    static final RetrySchedule HTTP =
            new RetrySchedule(0, 0, 3, 0, Duration.ofSeconds(20), Duration.ofSeconds(20), Backoff.LINEAR);

    /** How pauses grow. AWS shows curves, not formulas: the formulas are the local cloud's. */
    enum Backoff {
        LINEAR,
        ARITHMETIC,
        GEOMETRIC,
        EXPONENTIAL;

        /** @param progress from 0, the first pause, to 1, the last */
        private double share(double progress, double ratio) {
            return switch (this) {
                case LINEAR -> progress;
                case ARITHMETIC -> progress * (progress + 1) / 2;
                case GEOMETRIC -> progress * progress;
                case EXPONENTIAL -> ratio <= 1 ? progress : (Math.pow(ratio, progress) - 1) / (ratio - 1);
            };
        }
    }

    /**
     * The pause before a retry.
     *
     * @param retry 1 for the first
     * @return empty if there is no such retry: the delivery is given up
     */
    Optional<Duration> pauseBefore(int retry) {
        int afterImmediate = retry - immediate;
        int afterMin = afterImmediate - minDelay;
        int afterBackoff = afterMin - backoff;
        if (afterImmediate <= 0) {
            return Optional.of(Duration.ZERO);
        }
        if (afterMin <= 0) {
            return Optional.of(min);
        }
        if (afterBackoff <= 0) {
            return Optional.of(growing(afterMin));
        }
        return afterBackoff <= maxDelay ? Optional.of(max) : Optional.empty();
    }

    private Duration growing(int number) {
        double progress = backoff == 1 ? 1 : (number - 1) / (double) (backoff - 1);
        double ratio = max.toMillis() / (double) Math.max(1, min.toMillis());
        double millis = min.toMillis() + (max.toMillis() - min.toMillis()) * function.share(progress, ratio);
        return Duration.ofMillis(Math.round(millis));
    }
}
