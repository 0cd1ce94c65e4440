package dev.edaworkshop.localcloud.lambda;

import dev.edaworkshop.localcloud.AccountContext;
import dev.edaworkshop.localcloud.clock.Busy;
import dev.edaworkshop.localcloud.delivery.MessageSource;
import dev.edaworkshop.localcloud.delivery.RecordStream;
import dev.edaworkshop.localcloud.iam.Decision;
import dev.edaworkshop.localcloud.iam.Principal;
import dev.edaworkshop.localcloud.journal.Hop;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

/**
 * Reads a stream for a function, as the function's role.
 *
 * <p>It does not poll: the stream says when something was written, so that an idle cloud is idle. Each record goes into the
 * lane of its item, so that the records of an item are handled in their order. The monitor guards the position.
 */
final class StreamPoller {
    private static final int MAX_READ = 1000;
    private static final String READ = "dynamodb:GetRecords";

    private final EventSourceMapping.Settings settings;
    private final Function function;
    private final RecordStream stream;
    private final AccountContext account;
    private final List<StreamLane> lanes;
    private final MessageSource.Subscription subscription;
    private final AtomicBoolean wanted = new AtomicBoolean();
    private long position;
    private boolean denied;
    private boolean closed;

    private StreamPoller(
            EventSourceMapping.Settings settings,
            Function function,
            RecordStream stream,
            long position,
            AccountContext account) {
        this.settings = settings;
        this.function = function;
        this.stream = stream;
        this.position = position;
        this.account = account;
        lanes = IntStream.range(0, settings.stream().orElseThrow().parallelizationFactor())
                .mapToObj(i -> new StreamLane(settings, function, stream.arn(), account))
                .toList();
        subscription = stream.whenWritten(this::wake);
    }

    /** @param position of the first record that is read */
    static StreamPoller start(
            EventSourceMapping.Settings settings,
            Function function,
            RecordStream stream,
            long position,
            AccountContext account) {
        StreamPoller poller = new StreamPoller(settings, function, stream, position, account);
        poller.wake();
        return poller;
    }

    /**
     * Reads no more; batches at work are finished.
     *
     * @return the position from which somebody else may go on: whatever comes before it is done
     */
    long close() {
        subscription.close();
        synchronized (this) {
            closed = true;
        }
        return lanes.stream()
                .flatMap(lane -> lane.close().stream())
                .min(Long::compare)
                .orElseGet(this::position);
    }

    private synchronized long position() {
        return position;
    }

    /** Looks at the stream; returns at once. The stream calls it, and the cloud is busy from then on. */
    private void wake() {
        if (wanted.compareAndSet(false, true)) {
            Busy busy = account.clock().busy("event source mapping of function " + function.name());
            Thread.ofVirtual()
                    .name("event source mapping of " + function.name())
                    .start(() -> {
                        try (busy) {
                            wanted.set(false);
                            read();
                            lanes.forEach(StreamLane::work);
                        }
                    });
        }
    }

    private synchronized void read() {
        if (closed || !isAllowed()) {
            return;
        }
        for (List<RecordStream.Record> records = stream.read(position, MAX_READ);
                !records.isEmpty();
                records = stream.read(position, MAX_READ)) {
            for (RecordStream.Record record : records) {
                if (settings.filterCriteria().accept(record.json())) {
                    lanes.get(Math.floorMod(record.itemKey().hashCode(), lanes.size()))
                            .add(record);
                } else {
                    recordFiltered(record);
                }
                position = record.position() + 1;
            }
        }
    }

    private void recordFiltered(RecordStream.Record record) {
        account.journal()
                .hop(Hop.Kind.FILTERED)
                .from(stream.arn())
                .to(function.arn())
                .event(record.eventId())
                .because("The record is skipped, because it does not match the event source mapping's filter criteria: "
                        + settings.filterCriteria())
                .carrying(record.json())
                .record();
    }

    /** The role may have lost its permission since the mapping was created; that is said once. */
    private boolean isAllowed() {
        Principal role = function.principal();
        Decision decision = account.iam().decide(role, READ, stream.arn(), Map.of());
        if (!(decision instanceof Decision.Denied no)) {
            denied = false;
            return true;
        }
        if (!denied) {
            denied = true;
            account.journal()
                    .hop(Hop.Kind.DENIED)
                    .from(role.arn())
                    .to(stream.arn())
                    .because(no.message(role, READ, stream.arn()))
                    .record();
        }
        return false;
    }
}
