package dev.edaworkshop.localcloud.lambda;

import java.time.Duration;
import java.util.Optional;

/**
 * How often and how long an asynchronous invocation is tried, and who is told how it ended.
 *
 * @param maximumRetryAttempts 0 to 2, after the first attempt
 * @param maximumEventAge 1 minute to 6 hours
 * @param onSuccess is told about invocations that returned
 * @param onFailure is told about invocations that failed for good
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html">Error handling</a>
 */
public record AsyncConfiguration(
        int maximumRetryAttempts,
        Duration maximumEventAge,
        Optional<Destination> onSuccess,
        Optional<Destination> onFailure) {
    /** What a function has unless it is told otherwise. */
    public static final AsyncConfiguration DEFAULT = new AsyncConfiguration(2, Duration.ofHours(6));

    private static final int MAX_RETRIES = 2;
    private static final int MIN_AGE_SECONDS = 60;
    private static final int MAX_AGE_SECONDS = 21_600;

    public AsyncConfiguration {
        LambdaErrors.checkRange(maximumRetryAttempts, "maximumRetryAttempts", 0, MAX_RETRIES);
        LambdaErrors.checkRange(
                maximumEventAge.toSeconds(), "maximumEventAgeInSeconds", MIN_AGE_SECONDS, MAX_AGE_SECONDS);
    }

    /** Without destinations. */
    public AsyncConfiguration(int maximumRetryAttempts, Duration maximumEventAge) {
        this(maximumRetryAttempts, maximumEventAge, Optional.empty(), Optional.empty());
    }

    public AsyncConfiguration withMaximumRetryAttempts(int retries) {
        return new AsyncConfiguration(retries, maximumEventAge, onSuccess, onFailure);
    }

    public AsyncConfiguration withMaximumEventAge(Duration age) {
        return new AsyncConfiguration(maximumRetryAttempts, age, onSuccess, onFailure);
    }

    public AsyncConfiguration withDestinations(Optional<Destination> success, Optional<Destination> failure) {
        return new AsyncConfiguration(maximumRetryAttempts, maximumEventAge, success, failure);
    }
}
