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

    // begin exercise 4.3
    // The stock stays reserved for an hour. Until then a payment is worth another try, after that it is not.
    static final RetryPolicy PAYMENTS = new RetryPolicy(2, Duration.hours(1));

    // A receipt may be late, but a mail server that fails twice has a reason, and somebody should look.
    static final RetryPolicy RECEIPTS = new RetryPolicy(1, Duration.hours(2));

    // What is on the screen is over in a minute. To show it later would be worse than not to show it.
    static final RetryPolicy PIER_SCREEN = new RetryPolicy(0, Duration.seconds(60));
    // end exercise 4.3
}
