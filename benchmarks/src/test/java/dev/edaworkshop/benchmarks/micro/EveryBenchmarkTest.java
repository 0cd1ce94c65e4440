package dev.edaworkshop.benchmarks.micro;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs each benchmark once. What comes out is no measurement; that it runs is all that matters here. */
class EveryBenchmarkTest {
    @BeforeAll
    static void letOthersMeasure() {
        System.setProperty("jmh.ignoreLock", "true"); // of the whole machine
    }

    static List<Subject> subjects() {
        return Subject.all();
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void runs(Subject subject) {
        Runner once = new Runner(new OptionsBuilder()
                .include(Pattern.quote(subject.className()) + "[.].*")
                .mode(Mode.SingleShotTime)
                .forks(0)
                .warmupIterations(0)
                .measurementIterations(1)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .build());
        try {
            assertThat(once.run()).isNotEmpty();
        } catch (RunnerException e) {
            Throwable thrown = thrownBy(e);
            throw new AssertionError("The benchmark %s does not run: %s".formatted(subject.name(), thrown), thrown);
        }
    }

    /** JMH keeps what a benchmark threw beside the cause. */
    private static Throwable thrownBy(RunnerException e) {
        return Stream.iterate((Throwable) e, cause -> cause != null, Throwable::getCause)
                .flatMap(cause -> Stream.of(cause.getSuppressed()))
                .findFirst()
                .orElse(e);
    }
}
