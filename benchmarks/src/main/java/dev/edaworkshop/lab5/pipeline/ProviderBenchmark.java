package dev.edaworkshop.lab5.pipeline;

import dev.edaworkshop.benchmarks.micro.Question;
import dev.edaworkshop.lab5.event.DomainEvent;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequest;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResponse;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResultEntry;

/** 23 events through a client that answers at once, and through one where a request costs what little it can. */
@Question(
        value = "What is a batch worth?",
        ours = "inBatches",
        naive = "oneByOne",
        answer =
                "23 events are three requests instead of 23. The client here takes 100 µs of work for a request, as a fast"
                        + " service on the same machine does; over a network the difference is what the requests are fewer.")
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ProviderBenchmark {
    private static final int EVENTS = 23;
    /** About 100 µs. */
    private static final int TOKENS_FOR_A_REQUEST = 40_000;

    private final List<DomainEvent> events = Events.many(EVENTS);
    private final EventProvider costly = new EventBridgeProvider(new FakeBus(TOKENS_FOR_A_REQUEST), "harbour");
    private final EventProvider free = new EventBridgeProvider(new FakeBus(0), "harbour");

    @Benchmark
    public int inBatches() {
        return costly.publish(events).accepted();
    }

    @Benchmark
    public int oneByOne() {
        return events.stream()
                .mapToInt(event -> costly.publish(List.of(event)).accepted())
                .sum();
    }

    /** What is left without any service: envelopes, sizes, receipts. */
    @Benchmark
    public int inBatchesToNobody() {
        return free.publish(events).accepted();
    }

    private record FakeBus(int tokens) implements EventBridgeClient {
        @Override
        public PutEventsResponse putEvents(PutEventsRequest request) {
            Blackhole.consumeCPU(tokens);
            return PutEventsResponse.builder()
                    .failedEntryCount(0)
                    .entries(request.entries().stream()
                            .map(entry ->
                                    PutEventsResultEntry.builder().eventId("e").build())
                            .toList())
                    .build();
        }

        @Override
        public String serviceName() {
            return SERVICE_NAME;
        }

        @Override
        public void close() {}
    }
}
