package dev.edaworkshop.lab5.bulk;

import dev.edaworkshop.benchmarks.micro.Question;
import java.math.BigDecimal;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A line of the bulk import, from text to a checked product. */
@Question(
        value = "What does a row of the import cost before it goes to the table?",
        ours = "row",
        naive = "rowByExpressions",
        answer =
                "About a microsecond: a thousandth of what the table takes to store it. A line that is split by the expression"
                        + " everybody copies, and checked by String.matches, which compiles its expression each time, costs several"
                        + " times that, and still leaves the quotes in.")
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CsvBenchmark {
    private String line = "p-0001,TOY-0001,\"Wooden boat, small\",toys,24.90,11.20,eu";

    @Benchmark
    public ProductRow row() {
        return ProductRow.parse(17, line);
    }

    @Benchmark
    public ProductRow rowByExpressions() {
        String[] cells = line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
        return new ProductRow(
                matching(cells[0], "[A-Za-z0-9][A-Za-z0-9-]{0,39}"),
                matching(cells[1], "[A-Z]{3}-[0-9]{4}"),
                matching(cells[2], ".{1,100}"),
                matching(cells[3], "[a-z]{2,20}"),
                new BigDecimal(cells[4]),
                new BigDecimal(cells[5]),
                matching(cells[6], "[a-z]{2,10}"));
    }

    private static String matching(String text, String form) {
        if (!text.matches(form)) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }
}
