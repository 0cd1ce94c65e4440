package dev.edaworkshop.benchmarks.micro;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.annotations.Benchmark;

class PageTest {
    private static final String MATCHING = MatchingBenchmark.class.getName();

    private final Page page = new Page(
            List.of(
                    new Score(MATCHING, "askOnce", Map.of("rules", "100"), 800, Double.NaN, 96),
                    new Score(MATCHING, "askEveryRule", Map.of("rules", "100"), 80_000, 120, 20_480)),
            "a test",
            false);

    @Test
    void compares_the_labs_way_with_the_naive_one(@TempDir Path folder) throws IOException {
        page.write(folder);

        assertThat(Files.readString(folder.resolve("README.md")))
                .contains(
                        "Does a bus slow down as rules are added?",
                        "| `askOnce` (the lab), rules = 100 | 800 ns |  | 96 B |",
                        "| `askEveryRule` (naive), rules = 100 | 80.0 µs | ± 120 ns | 20 KiB |",
                        "The lab's way is 100.0 (rules = 100) times as fast as the naive one.",
                        "![Does a bus slow down as rules are added?](matching.svg)");
        assertThat(Files.readString(folder.resolve("matching.svg")))
                .contains("80.0 µs", "ten times", ">1 µs<", ">10 µs<")
                .contains(">askOnce (the lab), rules = 100<", "class=\"naive\"");
        assertThat(page.summary()).contains("100.0 (rules = 100) times as fast");
    }

    @Test
    void marks_a_ratio_of_times_that_varied_much(@TempDir Path folder) throws IOException {
        var varied = new Page(
                List.of(
                        new Score(MATCHING, "askOnce", Map.of("rules", "1000"), 1_000, 1_200, 96),
                        new Score(MATCHING, "askEveryRule", Map.of("rules", "1000"), 80_000, 120, 20_480)),
                "a test",
                true);

        varied.write(folder);

        assertThat(Files.readString(folder.resolve("README.md")))
                .contains(
                        "is ~80.0 (rules = 1000) times as fast as the naive one; where a ~ stands, one of the two varied");
    }

    @Test
    void every_benchmark_asks_a_question_and_names_both_ways() {
        assertThat(Subject.all()).isNotEmpty().allSatisfy(subject -> {
            assertThat(subject.question()).endsWith("?");
            Class<?> benchmark = Class.forName(subject.className());
            for (String method : List.of(subject.asks().ours(), subject.asks().naive())) {
                assertThat(benchmark.getMethod(method).isAnnotationPresent(Benchmark.class))
                        .isTrue();
            }
        });
    }

    @Test
    void says_which_benchmarks_there_are_if_none_is_meant() {
        var err = new java.io.StringWriter();
        int exit = BenchProgram.commandLine()
                .setErr(new java.io.PrintWriter(err, true))
                .execute("nonsense");

        assertThat(exit).isEqualTo(2);
        assertThat(err.toString()).contains("No benchmark has nonsense in its name", "matching");
    }
}
