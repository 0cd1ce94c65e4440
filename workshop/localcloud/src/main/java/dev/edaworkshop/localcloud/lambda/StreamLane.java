package dev.edaworkshop.localcloud.lambda;

import dev.edaworkshop.localcloud.AccountContext;
import dev.edaworkshop.localcloud.clock.Busy;
import dev.edaworkshop.localcloud.clock.Timer;
import dev.edaworkshop.localcloud.delivery.RecordStream.Record;
import dev.edaworkshop.localcloud.journal.Hop;
import dev.edaworkshop.localcloud.wire.AwsException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Records on their way to a function, one batch after the other: a batch that fails holds up what comes after it.
 *
 * <p>The monitor guards what waits; a batch at work belongs to the thread that works on it.
 */
final class StreamLane {
    /** What a synchronous invocation may carry; a batch that would be larger is divided. */
    private static final int MAX_PAYLOAD_CHARS = 6 * 1024 * 1024;

    private static final Duration FIRST_BACKOFF = Duration.ofSeconds(1);
    /** Ours: AWS does not say how far it goes. */
    private static final Duration LONGEST_BACKOFF = Duration.ofMinutes(1);

    /** How long a stream keeps a record. */
    private static final Duration RETENTION = Duration.ofHours(24);

    private final EventSourceMapping.Settings settings;
    private final StreamSettings streamSettings;
    private final Function function;
    private final AccountContext account;
    private final String streamArn;
    private final GivenUpRecords givenUp;
    /** Records that no batch holds yet. */
    private final Deque<Record> waiting = new ArrayDeque<>();
    /** Batches that have failed, or are parts of one that did; they come before everything that waits. */
    private final Deque<StreamBatch> failed = new ArrayDeque<>();

    private Optional<StreamBatch> atWork = Optional.empty();
    private Optional<Timer> timer = Optional.empty();
    private boolean windowOver;
    private boolean closed;

    StreamLane(EventSourceMapping.Settings settings, Function function, String streamArn, AccountContext account) {
        this.settings = settings;
        this.function = function;
        this.account = account;
        this.streamArn = streamArn;
        streamSettings = settings.stream().orElseThrow();
        givenUp = new GivenUpRecords(streamSettings.onFailureArn(), function, streamArn, account);
    }

    synchronized void add(Record record) {
        waiting.addLast(record);
    }

    /** Starts the next batch if there is one and nothing stands in its way; returns at once. */
    void work() {
        nextBatch().ifPresent(batch -> {
            Busy busy = account.clock().busy("event source mapping of function " + function.name());
            Thread.ofVirtual().name("batch of " + function.name()).start(() -> {
                try (busy) {
                    try {
                        handle(batch);
                    } finally {
                        batchDone(); // before the cloud may look idle
                    }
                }
            });
        });
    }

    /** Starts no more batches. The position of the first record that is not done; empty if all are. */
    synchronized Optional<Long> close() {
        closed = true;
        timer.ifPresent(Timer::cancel);
        List<Record> first = new ArrayList<>();
        atWork.ifPresent(batch -> first.add(batch.records().getFirst()));
        failed.forEach(batch -> first.add(batch.records().getFirst()));
        waiting.stream().findFirst().ifPresent(first::add);
        return first.stream().map(Record::position).min(Long::compare);
    }

    private synchronized Optional<StreamBatch> nextBatch() {
        if (closed || atWork.isPresent() || timer.isPresent() && !failed.isEmpty()) {
            return Optional.empty();
        }
        if (!failed.isEmpty()) {
            atWork = Optional.of(failed.removeFirst());
        } else if (isBatchReady()) {
            atWork = Optional.of(takeBatch());
        }
        return atWork;
    }

    /** Enough records wait, or have waited long enough. */
    private boolean isBatchReady() {
        if (waiting.isEmpty()) {
            return false;
        }
        if (waiting.size() >= settings.batchSize()
                || windowOver
                || settings.batchingWindow().isZero()) {
            timer.ifPresent(Timer::cancel);
            timer = Optional.empty();
            windowOver = false;
            return true;
        }
        if (timer.isEmpty()) {
            schedule(settings.batchingWindow(), "batching window of " + function.name(), true);
        }
        return false;
    }

    private StreamBatch takeBatch() {
        List<Record> records = new ArrayList<>();
        int chars = 0;
        while (!waiting.isEmpty() && records.size() < settings.batchSize()) {
            chars += waiting.getFirst().json().length();
            if (chars > MAX_PAYLOAD_CHARS && !records.isEmpty()) {
                break;
            }
            records.add(waiting.removeFirst());
        }
        return new StreamBatch(records, 1);
    }

    private void handle(StreamBatch whole) {
        Optional<StreamBatch> fresh = dropTooOld(whole);
        if (fresh.isPresent()) {
            invoke(fresh.get());
        }
    }

    private void invoke(StreamBatch batch) {
        String requestId = UUID.randomUUID().toString();
        boolean reports = settings.reportBatchItemFailures();
        Execution execution;
        try {
            execution = function.execute(
                    new Invocation(requestId, batch.json(), batch.events(streamArn)),
                    outcome -> batch.answer(outcome, reports));
        } catch (AwsException e) {
            if (!LambdaErrors.isThrottling(e)) {
                throw e;
            }
            retry(List.of(batch), "throttled (%s); this uses up no attempt".formatted(e.message()));
            return;
        }
        StreamBatch.Answer answer = batch.answer(execution.result(), reports);
        answer.rest(batch).ifPresent(rest -> retryOrGiveUp(requestId, batch, rest, answer, execution));
    }

    private void batchDone() {
        synchronized (this) {
            atWork = Optional.empty();
        }
        work();
    }

    private void retryOrGiveUp(
            String requestId, StreamBatch batch, StreamBatch rest, StreamBatch.Answer answer, Execution execution) {
        boolean smaller = rest.records().size() < batch.records().size();
        boolean bisect = streamSettings.bisectBatchOnFunctionError();
        if (bisect && (smaller || rest.records().size() > 1)) {
            // Dividing uses up no attempt.
            retry(smaller ? List.of(rest) : rest.halves(), answer.reason());
            return;
        }
        if (streamSettings
                .maximumRetryAttempts()
                .filter(limit -> rest.attempt() > limit)
                .isPresent()) {
            givenUp.giveUp(rest, GivenUpRecords.ATTEMPTS_EXHAUSTED, requestId, Optional.of(execution));
            return;
        }
        retry(List.of(rest.nextAttempt()), answer.reason());
    }

    private void retry(List<StreamBatch> batches, String reason) {
        Duration backoff = backoff(batches.getFirst().attempt());
        batches.forEach(batch -> batch.records().forEach(record -> account.journal()
                .hop(Hop.Kind.RETRY_SCHEDULED)
                .from(streamArn)
                .to(function.arn())
                .event(record.eventId())
                .attempt(batch.attempt())
                .because("%s; the batch is tried again in %d s, and holds up what comes after it"
                        .formatted(reason, backoff.toSeconds()))
                .record()));
        synchronized (this) {
            batches.reversed().forEach(failed::addFirst);
            if (!closed) {
                timer.ifPresent(Timer::cancel);
                schedule(backoff, "retry of a batch of " + function.name(), false);
            }
        }
    }

    private static Duration backoff(int attempt) {
        Duration doubled = FIRST_BACKOFF.multipliedBy(1L << Math.min(10, Math.max(0, attempt - 2)));
        return doubled.compareTo(LONGEST_BACKOFF) > 0 ? LONGEST_BACKOFF : doubled;
    }

    private void schedule(Duration delay, String what, boolean window) {
        timer = Optional.of(account.clock().schedule(delay, what, () -> {
            synchronized (this) {
                timer = Optional.empty();
                windowOver = window;
            }
            work();
        }));
    }

    /** Gives up the records at the beginning that are too old; the rest, if there is one. */
    private Optional<StreamBatch> dropTooOld(StreamBatch batch) {
        Duration limit = streamSettings
                .maximumRecordAge()
                .filter(age -> age.compareTo(RETENTION) < 0)
                .orElse(RETENTION);
        Instant oldest = account.clock().instant().minus(limit);
        List<Record> old = batch.records().stream()
                .takeWhile(record -> record.arrived().isBefore(oldest))
                .toList();
        if (old.isEmpty()) {
            return Optional.of(batch);
        }
        givenUp.giveUp(
                new StreamBatch(old, batch.attempt() - 1),
                GivenUpRecords.TOO_OLD,
                UUID.randomUUID().toString(),
                Optional.empty());
        return batch.from(old.size());
    }
}
