package dev.edaworkshop.benchmarks.micro;

import java.io.PrintWriter;
import java.util.Collection;
import java.util.Locale;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.format.OutputFormat;

/** A line for each benchmark as soon as it is over, in place of all that JMH has to say. */
final class Progress implements OutputFormat {
    private final PrintWriter out;
    private final boolean full;

    Progress(PrintWriter out, boolean full) {
        this.out = out;
        this.full = full;
    }

    /** Says nothing. */
    static OutputFormat none() {
        return new Progress(new PrintWriter(PrintWriter.nullWriter()), false);
    }

    @Override
    public void startRun() {
        out.printf("Measuring %s. The machine should have nothing else to do.%n", full ? "in full" : "briefly");
        out.flush();
    }

    @Override
    public void endBenchmark(BenchmarkResult result) {
        Score score = Score.of(new RunResult(result.getParams(), java.util.List.of(result)));
        out.printf(Locale.ROOT, "  %-62s %,14.0f ns %,14.0f B%n", score.label(), score.nanos(), score.bytes());
        out.flush();
    }

    @Override
    public void startBenchmark(BenchmarkParams benchmark) {}

    @Override
    public void iteration(BenchmarkParams benchmark, IterationParams iteration, int number) {}

    @Override
    public void iterationResult(
            BenchmarkParams benchmark, IterationParams iteration, int number, IterationResult result) {}

    @Override
    public void endRun(Collection<RunResult> results) {}

    @Override
    public void print(String text) {}

    @Override
    public void println(String text) {}

    @Override
    public void verbosePrintln(String text) {}

    @Override
    public void write(int character) {}

    @Override
    public void write(byte[] text) {}

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
