package dev.edaworkshop.lab5.pipeline;

import dev.edaworkshop.benchmarks.micro.Question;
import dev.edaworkshop.lab5.event.DomainEvent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Divides events into requests of at most ten events and 1 MiB. */
@Question(
        value = "What does it cost to count bytes as well as events?",
        ours = "addUpSizes",
        naive = "writeTheWholeBatchToMeasureIt",
        answer =
                "Each event is written once to know its size. Whoever writes the whole batch after each event, to see whether it"
                        + " still fits, writes every event five times on average.")
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class BatchingBenchmark {
    private static final int MAX_EVENTS = 10;

    @Param({"23", "1000"})
    int events;

    private List<DomainEvent> all = List.of();

    @Setup
    public void prepare() {
        all = Events.many(events);
    }

    @Benchmark
    public int addUpSizes() {
        return EventBatches.of(all, MAX_EVENTS, EventBridgeProvider.MAX_BYTES, BatchingBenchmark::bytes)
                .batches()
                .size();
    }

    @Benchmark
    public int writeTheWholeBatchToMeasureIt() {
        List<List<DomainEvent>> batches = new ArrayList<>();
        List<DomainEvent> current = new ArrayList<>();
        for (DomainEvent event : all) {
            List<DomainEvent> longer = new ArrayList<>(current);
            longer.add(event);
            if (longer.size() > MAX_EVENTS || bytes(longer) > EventBridgeProvider.MAX_BYTES) {
                batches.add(current);
                current = new ArrayList<>(List.of(event));
            } else {
                current = longer;
            }
        }
        batches.add(current);
        return batches.size();
    }

    private static int bytes(DomainEvent event) {
        return event.toJson().getBytes(StandardCharsets.UTF_8).length;
    }

    private static int bytes(List<DomainEvent> batch) {
        return batch.stream()
                .map(DomainEvent::toJson)
                .collect(Collectors.joining(","))
                .getBytes(StandardCharsets.UTF_8)
                .length;
    }
}
