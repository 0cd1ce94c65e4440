package dev.edaworkshop.localcloud.lambda;

import dev.edaworkshop.localcloud.AccountContext;
import dev.edaworkshop.localcloud.clock.Busy;
import dev.edaworkshop.localcloud.clock.Timer;
import dev.edaworkshop.localcloud.delivery.MessageSource;
import dev.edaworkshop.localcloud.delivery.MessageSource.Received;
import dev.edaworkshop.localcloud.iam.Decision;
import dev.edaworkshop.localcloud.iam.Principal;
import dev.edaworkshop.localcloud.journal.Hop;
import dev.edaworkshop.localcloud.wire.AwsException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Reads a queue for a function, as the function's role.
 *
 * <p>It does not poll: the queue says when there is something, so that an idle cloud is idle. The monitor guards the batch
 * that is being gathered and the number of batches at work.
 */
final class QueuePoller implements AutoCloseable {
    /** How many batches Lambda starts with; it would scale up after a minute. */
    private static final int MAX_BATCHES = 5;

    private static final Duration MAX_PAUSE = Duration.ofMinutes(1);
    private static final int MAX_RECEIVE = 10;
    /** What a synchronous invocation may carry; a batch that would be larger is divided. */
    private static final int MAX_PAYLOAD_BYTES = 6 * 1024 * 1024;
    /** What a message has in the event besides its body; attributes are few and short in practice. */
    private static final int ENVELOPE_BYTES = 2048;

    private final EventSourceMapping.Settings settings;
    private final Function function;
    private final MessageSource queue;
    private final AccountContext account;
    private final MessageSource.Subscription subscription;
    private final AtomicBoolean wanted = new AtomicBoolean();
    private final List<Received> gathered = new ArrayList<>();
    private Optional<Timer> window = Optional.empty();
    private boolean windowOver;
    private final Set<String> denied = new HashSet<>();
    private int batchesAtWork;
    /** How long nothing was read after the last throttling; zero once an invocation got through. */
    private Duration pause = Duration.ZERO;

    private boolean pausing;
    private boolean closed;

    private QueuePoller(
            EventSourceMapping.Settings settings, Function function, MessageSource queue, AccountContext account) {
        this.settings = settings;
        this.function = function;
        this.queue = queue;
        this.account = account;
        subscription = queue.whenVisible(this::wake);
    }

    /** Starts to read, also what is in the queue already. */
    static QueuePoller start(
            EventSourceMapping.Settings settings, Function function, MessageSource queue, AccountContext account) {
        QueuePoller poller = new QueuePoller(settings, function, queue, account);
        poller.wake();
        return poller;
    }

    /** Takes no more messages; batches at work are finished. */
    @Override
    public void close() {
        subscription.close();
        synchronized (this) {
            closed = true;
            window.ifPresent(Timer::cancel);
        }
    }

    /** Looks into the queue; returns at once. The queue calls it, and the cloud is busy from then on. */
    private void wake() {
        if (wanted.compareAndSet(false, true)) {
            Busy busy = busy();
            Thread.ofVirtual()
                    .name("event source mapping of " + function.name())
                    .start(() -> {
                        try (busy) {
                            wanted.set(false);
                            poll();
                        }
                    });
        }
    }

    private void poll() {
        for (List<Received> batch = nextBatch(); !batch.isEmpty(); batch = nextBatch()) {
            SqsBatch sqsBatch = new SqsBatch(queue.arn(), account.region(), batch, settings.reportBatchItemFailures());
            Busy busy = busy();
            Thread.ofVirtual().name("batch of " + function.name()).start(() -> {
                try (busy) {
                    try {
                        handle(sqsBatch);
                    } finally {
                        batchDone(); // before the cloud may look idle
                    }
                }
            });
        }
    }

    /** A batch that is to be handled now; empty if there is none, or enough are at work. */
    private synchronized List<Received> nextBatch() {
        if (closed || pausing || batchesAtWork >= maxBatches() || !isAllowed("sqs:ReceiveMessage")) {
            return List.of();
        }
        gather();
        if (!isFull() && !windowOver && !settings.batchingWindow().isZero()) {
            if (!gathered.isEmpty() && window.isEmpty()) {
                window = Optional.of(account.clock()
                        .schedule(settings.batchingWindow(), "batching window of " + function.name(), this::endWindow));
            }
            return List.of();
        }
        window.ifPresent(Timer::cancel);
        window = Optional.empty();
        windowOver = false;
        List<Received> batch = takeBatch();
        batchesAtWork += batch.isEmpty() ? 0 : 1;
        return batch;
    }

    private void gather() {
        boolean more = true;
        while (more && !isFull()) {
            int wanted = Math.min(MAX_RECEIVE, settings.batchSize() - gathered.size());
            List<Received> received = queue.receive(function.arn(), wanted);
            more = !received.isEmpty();
            gathered.addAll(received.stream().filter(this::isWanted).toList());
        }
    }

    private int maxBatches() {
        return Math.min(MAX_BATCHES, settings.maximumConcurrency().orElse(MAX_BATCHES));
    }

    /** What the filter does not let through is deleted, as in AWS: nobody else reads this queue. */
    private boolean isWanted(Received message) {
        if (settings.filterCriteria().isEmpty()
                || settings.filterCriteria().accept(SqsBatch.forFilter(message, queue.arn(), account.region()))) {
            return true;
        }
        account.journal()
                .hop(Hop.Kind.FILTERED)
                .from(queue.arn())
                .to(function.arn())
                .event(message.eventId())
                .because(
                        "The message is deleted, because it does not match the event source mapping's filter criteria: "
                                + settings.filterCriteria())
                .carrying(message.body())
                .record();
        if (isAllowed("sqs:DeleteMessage")) {
            queue.delete(function.arn(), message.receiptHandle());
        }
        return false;
    }

    private boolean isFull() {
        return gathered.size() >= settings.batchSize() || bytes(gathered) > MAX_PAYLOAD_BYTES;
    }

    /** The beginning of what is gathered, as far as it fits into one event; the rest stays. */
    private List<Received> takeBatch() {
        List<Received> batch = new ArrayList<>();
        while (!gathered.isEmpty()
                && (batch.isEmpty() || bytes(batch) + bytes(gathered.subList(0, 1)) <= MAX_PAYLOAD_BYTES)) {
            batch.add(gathered.removeFirst());
        }
        return batch;
    }

    private static long bytes(List<Received> messages) {
        return messages.stream()
                .mapToLong(message -> message.body().getBytes(StandardCharsets.UTF_8).length + ENVELOPE_BYTES)
                .sum();
    }

    private void endWindow() {
        synchronized (this) {
            windowOver = true;
        }
        poll();
    }

    private void batchDone() {
        synchronized (this) {
            batchesAtWork--;
        }
        wake();
    }

    private void handle(SqsBatch batch) {
        InvocationResult result;
        try {
            result = function.invoke(
                    new Invocation(UUID.randomUUID().toString(), batch.json(), batch.events()), batch::answer);
        } catch (AwsException e) {
            if (!LambdaErrors.isThrottling(e)) {
                throw e;
            }
            throttled(batch, e);
            return;
        }
        goOn();
        SqsBatch.Answer answer = batch.answer(result);
        // What failed is left alone: it appears again when the queue's visibility timeout ends.
        if (isAllowed("sqs:DeleteMessage")) {
            batch.messages().stream()
                    .filter(message -> !answer.hasFailed(message.messageId()))
                    .forEach(message -> queue.delete(function.arn(), message.receiptHandle()));
        }
    }

    /** Nothing more is read for a while, and the batch reappears after the visibility timeout. */
    private synchronized void throttled(SqsBatch batch, AwsException throttling) {
        String reason = throttling.members().getOrDefault("Reason", throttling.code());
        batch.events().forEach(event -> account.journal()
                .hop(Hop.Kind.RETRY_SCHEDULED)
                .from(queue.arn())
                .to(function.arn())
                .event(event.eventId())
                .attempt(event.attempt())
                .because(
                        "throttled (%s): the message reappears after the queue's visibility timeout, and counts as received"
                                .formatted(reason))
                .record());
        if (!pausing) {
            pausing = true;
            pause = pause.isZero() ? Duration.ofSeconds(1) : min(pause.multipliedBy(2), MAX_PAUSE);
            account.clock()
                    .schedule(pause, "event source mapping of throttled function " + function.name(), this::endPause);
        }
    }

    private void endPause() {
        synchronized (this) {
            pausing = false;
        }
        poll();
    }

    private synchronized void goOn() {
        pause = Duration.ZERO;
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** The role may have lost its permission since the mapping was created; that is said once. */
    private synchronized boolean isAllowed(String action) {
        Principal role = function.principal();
        Decision decision = account.iam().decide(role, action, queue.arn(), Map.of());
        if (!(decision instanceof Decision.Denied no)) {
            denied.remove(action);
            return true;
        }
        if (denied.add(action)) {
            account.journal()
                    .hop(Hop.Kind.DENIED)
                    .from(role.arn())
                    .to(queue.arn())
                    .because(no.message(role, action, queue.arn()))
                    .record();
        }
        return false;
    }

    private Busy busy() {
        return account.clock().busy("event source mapping of function " + function.name());
    }
}
