package dev.edaworkshop.localcloud.lambda;

import java.time.Duration;
import java.time.Instant;

/**
 * Ties a queue to the function that reads it.
 *
 * @param functionArn with neither version nor alias
 */
public record EventSourceMapping(
        String uuid, String arn, String functionArn, String eventSourceArn, Settings settings, Instant lastModified) {

    /**
     * How the queue is read.
     *
     * @param batchSize 1 to 10,000 messages per invocation; more than 10 need a batching window
     * @param batchingWindow whole seconds up to 5 minutes: how long a batch may be gathered
     * @param reportBatchItemFailures whether the function says which messages of a batch failed
     * @param enabled whether it is read at all
     */
    public record Settings(int batchSize, Duration batchingWindow, boolean reportBatchItemFailures, boolean enabled) {
        /** Up to 10 messages, at once, all or none failed. */
        public static final Settings DEFAULT = new Settings(10, Duration.ZERO, false, true);

        private static final int MAX_BATCH_SIZE = 10_000;
        private static final int MAX_WITHOUT_WINDOW = 10;
        private static final int MAX_WINDOW_SECONDS = 300;

        public Settings {
            if (batchSize < 1) {
                throw LambdaErrors.validation(
                        batchSize, "batchSize", "Member must have value greater than or equal to 1");
            }
            if (batchSize > MAX_BATCH_SIZE) {
                throw LambdaErrors.validation(
                        batchSize, "batchSize", "Member must have value less than or equal to " + MAX_BATCH_SIZE);
            }
            long seconds = batchingWindow.toSeconds();
            if (seconds < 0 || seconds > MAX_WINDOW_SECONDS) {
                throw LambdaErrors.validation(
                        seconds,
                        "maximumBatchingWindowInSeconds",
                        seconds < 0
                                ? "Member must have value greater than or equal to 0"
                                : "Member must have value less than or equal to " + MAX_WINDOW_SECONDS);
            }
            if (batchSize > MAX_WITHOUT_WINDOW && batchingWindow.isZero()) {
                throw LambdaErrors.invalidParameter(
                        "Maximum batch window in seconds must be greater than 0 if maximum batch size is greater than 10");
            }
        }

        public Settings withBatchSize(int messages) {
            return new Settings(messages, batchingWindow, reportBatchItemFailures, enabled);
        }

        public Settings withBatchingWindow(Duration window) {
            return new Settings(batchSize, window, reportBatchItemFailures, enabled);
        }

        public Settings withReportBatchItemFailures(boolean report) {
            return new Settings(batchSize, batchingWindow, report, enabled);
        }

        public Settings withEnabled(boolean on) {
            return new Settings(batchSize, batchingWindow, reportBatchItemFailures, on);
        }
    }
}
