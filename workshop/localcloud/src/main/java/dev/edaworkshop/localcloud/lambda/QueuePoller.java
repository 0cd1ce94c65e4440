package dev.edaworkshop.localcloud.lambda;

import dev.edaworkshop.localcloud.AccountContext;
import dev.edaworkshop.localcloud.clock.Busy;
import dev.edaworkshop.localcloud.clock.Timer;
import dev.edaworkshop.localcloud.delivery.MessageSource;
import dev.edaworkshop.localcloud.delivery.MessageSource.Received;
import dev.edaworkshop.localcloud.iam.Decision;
import dev.edaworkshop.localcloud.iam.Principal;
import dev.edaworkshop.localcloud.journal.Hop;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    private final EventSourceMapping.Settings settings;
    private final Function function;
    private final MessageSource queue;
    private final AccountContext account;
    private final MessageSource.Subscription subscription;
    private final AtomicBoolean wanted = new AtomicBoolean();
    private final List<Received> gathered = new ArrayList<>();
    private Optional<Timer> window = Optional.empty();
    private boolean windowOver;
    private boolean complained;
    private int batchesAtWork;
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
                    handle(sqsBatch);
                } finally {
                    batchDone();
                }
            });
        }
    }

    /** A batch that is to be handled now; empty if there is none, or enough are at work. */
    private synchronized List<Received> nextBatch() {
        if (closed || batchesAtWork >= MAX_BATCHES || !isAllowed("sqs:ReceiveMessage")) {
            return List.of();
        }
        gather();
        boolean full = gathered.size() >= settings.batchSize();
        if (!full && !windowOver && !settings.batchingWindow().isZero()) {
            if (!gathered.isEmpty() && window.isEmpty()) {
                window = Optional.of(account.clock()
                        .schedule(settings.batchingWindow(), "batching window of " + function.name(), this::endWindow));
            }
            return List.of();
        }
        window.ifPresent(Timer::cancel);
        window = Optional.empty();
        windowOver = false;
        List<Received> batch = List.copyOf(gathered);
        gathered.clear();
        batchesAtWork += batch.isEmpty() ? 0 : 1;
        return batch;
    }

    private void gather() {
        List<Received> more;
        do {
            more = queue.receive(function.arn(), Math.min(10, settings.batchSize() - gathered.size()));
            gathered.addAll(more);
        } while (!more.isEmpty() && gathered.size() < settings.batchSize());
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
        InvocationResult result = function.invoke(
                new Invocation(UUID.randomUUID().toString(), batch.json(), batch.events()), batch::answer);
        SqsBatch.Answer answer = batch.answer(result);
        // What failed is left alone: it appears again when the queue's visibility timeout ends.
        if (isAllowed("sqs:DeleteMessage")) {
            batch.messages().stream()
                    .filter(message -> !answer.hasFailed(message.messageId()))
                    .forEach(message -> queue.delete(function.arn(), message.receiptHandle()));
        }
    }

    /** The role may have lost its permission since the mapping was created; that is said once. */
    private synchronized boolean isAllowed(String action) {
        Principal role = function.principal();
        Decision decision = account.iam().decide(role, action, queue.arn(), Map.of());
        if (decision instanceof Decision.Denied denied && !complained) {
            account.journal()
                    .hop(Hop.Kind.DENIED)
                    .from(role.arn())
                    .to(queue.arn())
                    .because(denied.message(role, action, queue.arn()))
                    .record();
        }
        complained = decision instanceof Decision.Denied;
        return !complained;
    }

    private Busy busy() {
        return account.clock().busy("event source mapping of function " + function.name());
    }
}
