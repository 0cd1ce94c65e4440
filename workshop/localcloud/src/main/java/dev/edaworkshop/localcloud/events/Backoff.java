package dev.edaworkshop.localcloud.events;

import java.time.Duration;

/**
 * How long EventBridge waits before it tries again. AWS documents exponential backoff with jitter, not the figures: here
 * waits double from one second to eight minutes, which spreads 185 retries over just less than a day. Jitter would only
 * make tests harder to read.
 */
final class Backoff {
    private static final Duration LONGEST = Duration.ofMinutes(8);

    private Backoff() {}

    /** @param attempt the one that failed, from 1 */
    static Duration after(int attempt) {
        Duration doubled = Duration.ofSeconds(1L << Math.min(attempt - 1, 30));
        return doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
    }
}
