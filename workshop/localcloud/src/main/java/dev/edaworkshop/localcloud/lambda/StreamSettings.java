package dev.edaworkshop.localcloud.lambda;

import java.time.Duration;
import java.util.Optional;

/**
 * How a stream is read, besides what queues have as well.
 *
 * @param parallelizationFactor 1 to 10 batches of one shard at a time; the order of each item's records stays
 * @param maximumRetryAttempts 0 to 10,000 after the first attempt; empty until the records expire
 * @param maximumRecordAge 1 minute to 7 days; empty until the records expire
 * @param bisectBatchOnFunctionError whether a failed batch is divided in two before it is tried again
 * @param onFailureArn of the queue or topic that is told about records that were given up
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-params.html">Parameters for streams</a>
 */
public record StreamSettings(
        StartingPosition startingPosition,
        int parallelizationFactor,
        Optional<Integer> maximumRetryAttempts,
        Optional<Duration> maximumRecordAge,
        boolean bisectBatchOnFunctionError,
        Optional<String> onFailureArn) {
    /** Where in the stream a new mapping begins. */
    public enum StartingPosition {
        /** With the oldest record. */
        TRIM_HORIZON,
        /** With what is written from now on. */
        LATEST
    }

    private static final int MAX_PARALLELIZATION = 10;
    private static final int MAX_RETRIES = 10_000;
    private static final int MIN_AGE_SECONDS = 60;
    private static final int MAX_AGE_SECONDS = 604_800;

    public StreamSettings {
        LambdaErrors.checkRange(parallelizationFactor, "parallelizationFactor", 1, MAX_PARALLELIZATION);
        maximumRetryAttempts.ifPresent(
                retries -> LambdaErrors.checkRange(retries, "maximumRetryAttempts", 0, MAX_RETRIES));
        maximumRecordAge.ifPresent(age -> LambdaErrors.checkRange(
                age.toSeconds(), "maximumRecordAgeInSeconds", MIN_AGE_SECONDS, MAX_AGE_SECONDS));
    }

    /** One batch at a time, tried until its records expire. */
    public static StreamSettings from(StartingPosition position) {
        return new StreamSettings(position, 1, Optional.empty(), Optional.empty(), false, Optional.empty());
    }
}
