package dev.edaworkshop.cli.web;

import dev.edaworkshop.localcloud.journal.Hop;
import java.util.Locale;
import java.util.regex.Pattern;

/** How a hop ended, as the page tells them apart: by shape, colour and word. */
enum Outcome {
    PASSED,
    FILTERED,
    RETRIED,
    THROTTLED,
    DEAD,
    FAILED;

    /** How Lambda, SNS and DynamoDB say that there is too much at a time. */
    private static final Pattern THROTTLING =
            Pattern.compile("TooManyRequests|Throttl|throttl|ConcurrentInvocationLimit|ProvisionedThroughputExceeded");

    static Outcome of(Hop hop) {
        return switch (hop.kind()) {
            case FILTERED, DEDUPLICATED -> FILTERED;
            case RETRY_SCHEDULED -> isThrottled(hop) ? THROTTLED : RETRIED;
            case VISIBLE_AGAIN -> RETRIED;
            case REFUSED -> isThrottled(hop) ? THROTTLED : FAILED;
            case DEAD_LETTERED -> DEAD;
            case UNROUTED, LOST, THREW, DENIED -> FAILED;
            case PUBLISHED, DELIVERED, RECEIVED, DELETED, REDRIVEN, INVOKED, RETURNED, API_CALL, REQUESTED, ANSWERED ->
                PASSED;
        };
    }

    /** {@code filtered}. */
    String inWords() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static boolean isThrottled(Hop hop) {
        return THROTTLING.matcher(hop.reason()).find();
    }
}
