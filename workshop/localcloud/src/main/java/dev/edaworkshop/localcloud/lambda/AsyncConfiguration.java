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
        if (maximumRetryAttempts < 0 || maximumRetryAttempts > 2) {
            throw LambdaErrors.validation(
                    maximumRetryAttempts,
                    "maximumRetryAttempts",
                    maximumRetryAttempts < 0
                            ? "Member must have value greater than or equal to 0"
                            : "Member must have value less than or equal to 2");
        }
        long seconds = maximumEventAge.toSeconds();
        if (seconds < 60 || seconds > 21_600) {
            throw LambdaErrors.validation(
                    seconds,
                    "maximumEventAgeInSeconds",
                    seconds < 60
                            ? "Member must have value greater than or equal to 60"
                            : "Member must have value less than or equal to 21600");
        }
    }
}
