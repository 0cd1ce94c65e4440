package dev.edaworkshop.lab4.infra;

import software.amazon.awscdk.Duration;

/**
 * How often Lambda tries an asynchronous invocation again, and until when.
 *
 * @param retries 0 to 2, <em>after</em> the first attempt
 * @param maximumAge 60 seconds to 6 hours: what could only start later is not tried any more
 */
record RetryPolicy(int retries, Duration maximumAge) {

    /** What a function has if nobody says anything. */
    static final RetryPolicy NOBODY_DECIDED = new RetryPolicy(2, Duration.hours(6));

    /*
     * TODO 4.3  Retries.
     *
     * Nobody has decided how often a function is tried again, so each of them is tried three times within three minutes,
     * and may be tried until its request is six hours old. Decide for each:
     *
     *   Payments     is worth three attempts, as long as the stock stays reserved: one hour
     *   Receipts     two attempts; what is older than two hours, somebody should look at
     *   PierScreen   one attempt; what is older than a minute is no longer true
     *
     * Check:  ./lab check 4.3
     * Read:   guide/lab4-lambda-destinations.md#43-retries
     */
    static final RetryPolicy PAYMENTS = NOBODY_DECIDED;

    static final RetryPolicy RECEIPTS = NOBODY_DECIDED;

    static final RetryPolicy PIER_SCREEN = NOBODY_DECIDED;
}
