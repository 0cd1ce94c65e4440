package dev.edaworkshop.localcloud.lambda;

import java.time.Duration;

/**
 * How often and how long an asynchronous invocation is tried.
 *
 * @param maximumRetryAttempts 0 to 2, after the first attempt
 * @param maximumEventAge 1 minute to 6 hours
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html">Error handling</a>
 */
public record AsyncConfiguration(int maximumRetryAttempts, Duration maximumEventAge) {
    /** What a function has unless it is told otherwise. */
    public static final AsyncConfiguration DEFAULT = new AsyncConfiguration(2, Duration.ofHours(6));

    public AsyncConfiguration {
        LambdaErrors.checkRange(maximumRetryAttempts, "maximumRetryAttempts", 0, 2);
        LambdaErrors.checkRange(maximumEventAge.toSeconds(), "maximumEventAgeInSeconds", 60, 21_600);
    }
}
