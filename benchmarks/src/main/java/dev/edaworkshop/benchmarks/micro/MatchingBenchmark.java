package dev.edaworkshop.benchmarks.micro;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import software.amazon.event.ruler.Machine;

/** One event, 1 to 1,000 rules, one of which wants it. */
@Question(
        value = "Does a bus slow down as rules are added?",
        ours = "askOnce",
        naive = "askEveryRule",
        answer =
                "One machine holds all rules and reads the event once: a hundred rules take it less than twice as long as one."
                        + " Asking rule after rule takes as much longer as there are rules.")
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class MatchingBenchmark {
    private static final String EVENT = """
            {"source": ["shop.catalogue"], "detail-type": ["product_created"], "detail": {"data": {"category": ["toys"],
             "sku": ["TOY-0001"], "price": [24.90], "region": ["eu"], "shelf": [%d]}}}""";

    @Param({"1", "10", "100", "1000"})
    int rules;

    private final Machine all = Machine.builder().build();
    private final List<Machine> each = new ArrayList<>();
    private String event = "";

    @Setup
    public void prepare() throws IOException {
        event = EVENT.formatted(rules / 2);
        for (int rule = 0; rule < rules; rule++) {
            String pattern = """
                    {"source": ["shop.catalogue"], "detail-type": [{"prefix": "product_"}],
                     "detail": {"data": {"price": [{"numeric": [">", 10]}], "shelf": [%d]}}}""".formatted(rule);
            all.addRule("rule-" + rule, pattern);
            Machine one = Machine.builder().build();
            one.addRule("rule-" + rule, pattern);
            each.add(one);
        }
    }

    @Benchmark
    public int askOnce() throws Exception {
        return all.rulesForJSONEvent(event).size(); // returned, so that the JIT cannot drop the work
    }

    @Benchmark
    public int askEveryRule() throws Exception {
        int matched = 0;
        for (Machine rule : each) {
            matched += rule.rulesForJSONEvent(event).size();
        }
        return matched;
    }
}
