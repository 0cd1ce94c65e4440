package dev.edaworkshop.localcloud.lambda;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Ties a queue or stream to the function that reads it.
 *
 * @param functionArn as it was given: with neither version nor alias, or with one
 */
public record EventSourceMapping(
        String uuid, String arn, String functionArn, String eventSourceArn, Settings settings, Instant lastModified) {

    /**
     * How the queue or stream is read.
     *
     * @param batchSize 1 to 10,000 messages or records per invocation; more than 10 messages need a batching window
     * @param batchingWindow whole seconds up to 5 minutes: how long a batch may be gathered
     * @param reportBatchItemFailures whether the function says which messages of a batch failed
     * @param enabled whether it is read at all
     * @param filterCriteria which messages or records reach the function
     * @param maximumConcurrency 2 to 1,000 batches at a time; queues only; empty for no limit of its own
     * @param stream what only streams have; present exactly if the event source is a stream
     */
    public record Settings(
            int batchSize,
            Duration batchingWindow,
            boolean reportBatchItemFailures,
            boolean enabled,
            FilterCriteria filterCriteria,
            Optional<Integer> maximumConcurrency,
            Optional<StreamSettings> stream) {
        /** For a queue: up to 10 messages, at once, all or none failed. */
        public static final Settings DEFAULT =
                new Settings(10, Duration.ZERO, false, true, FilterCriteria.NONE, Optional.empty(), Optional.empty());

        private static final int MAX_BATCH_SIZE = 10_000;
        private static final int MAX_WINDOW_SECONDS = 300;
        private static final int MIN_CONCURRENCY = 2;
        private static final int MAX_CONCURRENCY = 1000;

        public Settings {
            LambdaErrors.checkRange(batchSize, "batchSize", 1, MAX_BATCH_SIZE);
            LambdaErrors.checkRange(
                    batchingWindow.toSeconds(), "maximumBatchingWindowInSeconds", 0, MAX_WINDOW_SECONDS);
            maximumConcurrency.ifPresent(batches -> LambdaErrors.checkRange(
                    batches, "scalingConfig.maximumConcurrency", MIN_CONCURRENCY, MAX_CONCURRENCY));
        }

        /** For a stream: up to 100 records, at once. */
        public static Settings ofStream(StreamSettings stream) {
            return DEFAULT.withBatchSize(100).withStream(stream);
        }

        public Settings withBatchSize(int messages) {
            return new Settings(
                    messages,
                    batchingWindow,
                    reportBatchItemFailures,
                    enabled,
                    filterCriteria,
                    maximumConcurrency,
                    stream);
        }

        public Settings withBatchingWindow(Duration window) {
            return new Settings(
                    batchSize, window, reportBatchItemFailures, enabled, filterCriteria, maximumConcurrency, stream);
        }

        public Settings withReportBatchItemFailures(boolean report) {
            return new Settings(batchSize, batchingWindow, report, enabled, filterCriteria, maximumConcurrency, stream);
        }

        public Settings withEnabled(boolean on) {
            return new Settings(
                    batchSize, batchingWindow, reportBatchItemFailures, on, filterCriteria, maximumConcurrency, stream);
        }

        public Settings withFilterCriteria(FilterCriteria criteria) {
            return new Settings(
                    batchSize, batchingWindow, reportBatchItemFailures, enabled, criteria, maximumConcurrency, stream);
        }

        public Settings withMaximumConcurrency(Optional<Integer> batches) {
            return new Settings(
                    batchSize, batchingWindow, reportBatchItemFailures, enabled, filterCriteria, batches, stream);
        }

        public Settings withStream(StreamSettings settings) {
            return new Settings(
                    batchSize,
                    batchingWindow,
                    reportBatchItemFailures,
                    enabled,
                    filterCriteria,
                    maximumConcurrency,
                    Optional.of(settings));
        }
    }
}
