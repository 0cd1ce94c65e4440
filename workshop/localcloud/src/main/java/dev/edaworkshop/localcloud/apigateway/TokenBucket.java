package dev.edaworkshop.localcloud.apigateway;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Lets requests through at a rate, and a burst of them at once. Its own monitor guards it.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-request-throttling.html">Throttling</a>
 */
public final class TokenBucket {
    private final Throttle throttle;
    private final InstantSource clock;
    private double tokens;
    private Instant filledAt;

    public TokenBucket(Throttle throttle, InstantSource clock) {
        this.throttle = throttle;
        this.clock = clock;
        tokens = throttle.burst();
        filledAt = clock.instant();
    }

    /**
     * How much is let through.
     *
     * @param rate requests per second
     * @param burst requests at once
     */
    public record Throttle(double rate, int burst) {
        /** What an account has unless it asks for more. */
        public static final Throttle OF_ACCOUNT = new Throttle(10_000, 5_000);
    }

    /** Whether one more request may pass. */
    public synchronized boolean take() {
        Instant now = clock.instant();
        double passed = Duration.between(filledAt, now).toNanos() / 1e9;
        tokens = Math.min(throttle.burst(), tokens + passed * throttle.rate());
        filledAt = now;
        if (tokens < 1) {
            return false;
        }
        tokens--;
        return true;
    }
}
