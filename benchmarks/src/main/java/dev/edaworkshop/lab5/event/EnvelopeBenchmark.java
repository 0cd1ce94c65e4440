package dev.edaworkshop.lab5.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.edaworkshop.benchmarks.micro.Question;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The standard envelope, built and written, then read again. */
@Question(
        value = "What does the envelope around every event cost?",
        ours = "buildAndParse",
        naive = "buildAndParseWithAMapperForEach",
        answer =
                "Some microseconds, nothing beside a request that takes milliseconds. What costs is a new ObjectMapper for each"
                        + " event: it learns the classes anew every time.")
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class EnvelopeBenchmark {
    private static final Instant NOW = Instant.parse("2026-11-28T09:15:00Z");

    private BigDecimal price = new BigDecimal("24.90");

    @Benchmark
    public DomainEvent buildAndParse() {
        return DomainEvent.parse(event().toJson());
    }

    @Benchmark
    public Map<String, Object> buildAndParseWithAMapperForEach() throws JsonProcessingException {
        DomainEvent event = event();
        String json = new ObjectMapper()
                .writeValueAsString(Map.of(
                        "data",
                        event.data(),
                        "metadata",
                        Map.of(
                                "event_id", event.metadata().eventId(),
                                "event_name", event.metadata().eventName(),
                                "source", event.metadata().source(),
                                "version", event.metadata().version(),
                                "correlation_id", event.metadata().correlationId(),
                                "created_at", event.metadata().createdAt().toString())));
        return new ObjectMapper().readValue(json, new TypeReference<>() {});
    }

    private DomainEvent event() {
        return new DomainEvent(
                Map.of(
                        "product_id", "p-0001",
                        "sku", "TOY-0001",
                        "name", "Wooden boat",
                        "category", "toys",
                        "price", price,
                        "region", "eu"),
                new Metadata(
                        "5f0c7c1e-0c3e-4f5e-9c55-0a4d3e1f2b6a", "product_created", "shop.catalogue", 1, "c-17", NOW));
    }
}
