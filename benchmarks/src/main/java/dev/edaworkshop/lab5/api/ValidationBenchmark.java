package dev.edaworkshop.lab5.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.edaworkshop.benchmarks.micro.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A body with nothing wrong, and one with six fields wrong. */
@Question(
        value = "What does it cost to name all errors of a body at once?",
        ours = "allErrorsAtOnce",
        naive = "oneErrorARequest",
        answer =
                "A client that hears of one error at a time asks once for each of them. Six errors in one answer cost less than"
                        + " seven answers, the network not counted.")
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ValidationBenchmark {
    private static final String GOOD = """
            {"sku": "TOY-0001", "name": "Wooden boat", "category": "toys", "price": 24.90, "cost": 11.20, "region": "eu"}""";
    private static final List<String> FIELDS = List.of("sku", "name", "category", "price", "cost", "region");

    private final String wrong = without(FIELDS.size());
    /** What a client sends who mends one error after the other. */
    private final List<String> mendedOneByOne = attempts();

    @Benchmark
    public Object valid() {
        return ProductBody.parse(GOOD);
    }

    @Benchmark
    public int allErrorsAtOnce() {
        return errors(wrong) + errors(GOOD);
    }

    @Benchmark
    public int oneErrorARequest() {
        int errors = 0;
        for (String body : mendedOneByOne) {
            errors += Math.min(1, errors(body));
        }
        return errors;
    }

    private static int errors(String body) {
        try {
            ProductBody.parse(body);
            return 0;
        } catch (InvalidRequestException e) {
            return e.errors().size();
        }
    }

    private static List<String> attempts() {
        List<String> attempts = new ArrayList<>();
        for (int wrong = FIELDS.size(); wrong >= 0; wrong--) {
            attempts.add(without(wrong));
        }
        return attempts;
    }

    /** The good body with its first fields emptied. */
    private static String without(int fields) {
        try {
            JsonNode body = new ObjectMapper().readTree(GOOD);
            FIELDS.subList(0, fields).forEach(((com.fasterxml.jackson.databind.node.ObjectNode) body)::putNull);
            return body.toString();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
