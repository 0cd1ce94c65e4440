package dev.edaworkshop.benchmarks.micro;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.RunResult;

/** What was measured, as Markdown with a chart for each question. */
record Page(List<Score> scores, String machine, boolean full) {
    private static final String ABOUT = "~";
    private static final String ABOUT_EXPLAINED =
            "; where a ~ stands, one of the two varied by more than half while it was measured";

    Page {
        scores = List.copyOf(scores);
    }

    static Page of(Collection<RunResult> results, String machine, boolean full) {
        return new Page(results.stream().map(Score::of).toList(), machine, full);
    }

    /** Writes {@code README.md} and the charts. */
    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        StringBuilder page = new StringBuilder("# Benchmarks\n\n").append(environment());
        for (Map.Entry<String, List<Score>> subject : bySubject().entrySet()) {
            Subject asked = Subject.of(subject.getKey());
            String chart = asked.name() + ".svg";
            Files.writeString(folder.resolve(chart), BarChart.svg(asked, subject.getValue()));
            page.append(section(asked, subject.getValue(), chart));
        }
        Files.writeString(folder.resolve("README.md"), page);
    }

    /** A line for each question: how many times as fast as the naive way. */
    String summary() {
        return bySubject().entrySet().stream()
                .map(subject -> summary(Subject.of(subject.getKey()), subject.getValue()))
                .collect(Collectors.joining("\n"));
    }

    private static String summary(Subject asked, List<Score> scores) {
        return "%s %s".formatted(asked.question(), ratios(asked, scores));
    }

    private Map<String, List<Score>> bySubject() {
        return scores.stream().collect(Collectors.groupingBy(Score::className, TreeMap::new, Collectors.toList()));
    }

    private String environment() {
        return """
                Measured on %s: %s %s, %d cores, Java %s, with `./lab bench%s`. One operation each; the error is half of JMH's \
                99.9 %% confidence interval. Compare within a table, not with another machine.

                """.formatted(
                        machine,
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"),
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.version(),
                        full ? " --full" : "");
    }

    private static String section(Subject asked, List<Score> scores, String chart) {
        return """
                ## %s

                | | time | error | allocated |
                |---|---:|---:|---:|
                %s

                ![%s](%s)

                %s %s

                """.formatted(
                        asked.question(),
                        scores.stream().map(score -> row(score, asked)).collect(Collectors.joining("\n")),
                        asked.question(),
                        chart,
                        ratios(asked, scores),
                        asked.asks().answer());
    }

    private static String row(Score score, Subject asked) {
        return "| %s | %s | %s | %s |"
                .formatted(
                        score.in(asked).replaceFirst("^\\w+", "`$0`"),
                        nanos(score.nanos()),
                        Double.isNaN(score.error()) ? "" : "± " + nanos(score.error()),
                        bytes(score.bytes()));
    }

    /** {@code The lab's way is 3.1 times as fast as the naive one.} */
    private static String ratios(Subject asked, List<Score> scores) {
        String ratios = scores.stream()
                .filter(score -> score.method().equals(asked.asks().ours()))
                .flatMap(ours -> naive(asked, ours, scores).map(naive -> ratio(ours, naive)).stream())
                .collect(Collectors.joining(", "));
        return ratios.isEmpty()
                ? ""
                : "The lab's way is %s times as fast as the naive one%s."
                        .formatted(ratios, ratios.contains(ABOUT) ? ABOUT_EXPLAINED : "");
    }

    private static String ratio(Score ours, Score naive) {
        return String.format(
                Locale.ROOT,
                "%s%.1f%s",
                ours.isCertain() && naive.isCertain() ? "" : ABOUT,
                naive.nanos() / ours.nanos(),
                ours.parameters().isEmpty() ? "" : " (" + ours.parametersInWords() + ")");
    }

    private static Optional<Score> naive(Subject asked, Score ours, List<Score> scores) {
        return scores.stream()
                .filter(score -> score.method().equals(asked.asks().naive())
                        && score.parameters().equals(ours.parameters()))
                .findFirst();
    }

    static String nanos(double nanos) {
        if (nanos < 1_000) {
            return String.format(Locale.ROOT, "%.0f ns", nanos);
        }
        return nanos < 1_000_000
                ? String.format(Locale.ROOT, "%.1f µs", nanos / 1_000)
                : String.format(Locale.ROOT, "%.2f ms", nanos / 1_000_000);
    }

    static String bytes(double bytes) {
        if (bytes < 10_240) {
            return String.format(Locale.ROOT, "%.0f B", bytes);
        }
        return bytes < 1_048_576
                ? String.format(Locale.ROOT, "%.0f KiB", bytes / 1_024)
                : String.format(Locale.ROOT, "%.1f MiB", bytes / 1_048_576);
    }
}
