package dev.edaworkshop.cli.bench;

import dev.edaworkshop.cli.cloud.ResidentChecker;
import dev.edaworkshop.cli.cloud.ResidentLab;
import dev.edaworkshop.cli.console.Console;
import dev.edaworkshop.cli.console.LabException;
import dev.edaworkshop.cli.project.Lab;
import dev.edaworkshop.cli.verdicts.TimingsPrinter;
import dev.edaworkshop.cli.watch.SaveToVerdict;
import dev.edaworkshop.localcloud.LocalCloud;
import dev.edaworkshop.localcloud.lambda.LambdaSettings;
import dev.edaworkshop.testkit.exercises.ExerciseCard;
import dev.edaworkshop.testkit.exercises.Exercises;
import dev.edaworkshop.testkit.run.Timings;
import dev.edaworkshop.testkit.run.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How long does an attendee wait, compared to Maven with a cold synthesis?
 *
 * <p>On a copy of lab 1's solution, so that every round is a green one. An exercise that asks for something to be done by
 * hand is red, quickly.
 */
public final class LoopBenchmark {
    private static final String EXERCISE = "1.3";
    /** An attendee reads the verdict before the next save; meanwhile processes are made ready. */
    private static final Duration READING = Duration.ofSeconds(4);

    private final Path root;
    private final Lab lab;
    private final int rounds;
    private final Console console;

    /** @param rounds of each kind */
    public LoopBenchmark(Path root, Lab lab, int rounds, Console console) {
        this.root = root;
        this.lab = lab;
        this.rounds = rounds;
        this.console = console;
    }

    public void run() throws IOException, InterruptedException {
        console.line("%d rounds of each, %d processors, Java %s."
                .formatted(
                        rounds,
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.version().feature()));
        List<Series> all = new ArrayList<>(warm());
        all.add(program("cold ./lab check " + EXERCISE, lab("check", EXERCISE, "--solution")));
        all.add(program("./lab --help", lab("--help")));
        Optional<Path> maven = maven();
        if (maven.isPresent()) {
            Series rival = program("mvn -q -o test, with its cold synthesis", mavenTest(maven.get()));
            all.forEach(series -> compare(series, rival));
        }
    }

    private List<Series> warm() throws InterruptedException {
        try (LabCopy copy = LabCopy.of(lab);
                LocalCloud cloud =
                        LocalCloud.start(0, LambdaSettings.defaults().withSpares(), (request, response) -> false);
                ResidentLab resident = ResidentLab.open(copy.lab(), cloud)) {
            resident.deploy();
            Path folder = copy.lab().starter();
            List<Series> series = new ArrayList<>();
            try (SaveToVerdict loop = new SaveToVerdict(copy.lab(), new ResidentChecker(resident), EXERCISE)) {
                series.add(saves("handler change → verdict", Edit.ofHandler(folder), loop));
                series.add(saves("infrastructure change → verdict", Edit.ofStack(folder), loop));
            }
            series.add(allChecks(resident, Exercises.of(copy.lab().solution()).exercises()));
            return series;
        }
    }

    /** The first round is not counted: it warms up. */
    private Series saves(String what, Edit edit, SaveToVerdict loop) throws InterruptedException {
        Series series = new Series(what);
        for (int round = 0; round <= rounds; round++) {
            int number = round;
            Thread.sleep(READING);
            SaveToVerdict.Round measured = loop.measure(() -> edit.save(number));
            requireGreen(measured.verdict());
            if (round > 0) {
                series.add(measured.waited(), measured.timings());
            }
        }
        loop.measure(edit::undo);
        print(series);
        return series;
    }

    private Series allChecks(ResidentLab resident, List<ExerciseCard> exercises) throws InterruptedException {
        Series series = new Series("all checks of " + lab.folderName());
        for (int round = 0; round <= rounds; round++) {
            Thread.sleep(READING);
            List<Verdict> verdicts = new ArrayList<>();
            long before = System.nanoTime();
            Timings prepared = resident.check(exercises, verdicts::add);
            Duration waited = Duration.ofNanos(System.nanoTime() - before);
            if (round > 0) {
                series.add(waited, verdicts.stream().map(Verdict::timings).reduce(prepared, Timings::plus));
            }
        }
        print(series);
        return series;
    }

    private Series program(String what, List<String> command) throws IOException, InterruptedException {
        Series series = new Series(what);
        for (int round = 0; round <= rounds; round++) {
            long before = System.nanoTime();
            int status = new ProcessBuilder(command)
                    .directory(root.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            if (status != 0) {
                throw new LabException(
                        "A measured command failed.",
                        String.join(" ", command) + " ended with " + status + ".",
                        "Run it by hand, in " + root + ".");
            }
            if (round > 0) {
                series.add(Duration.ofNanos(System.nanoTime() - before), Timings.none());
            }
        }
        print(series);
        return series;
    }

    private List<String> lab(String... arguments) {
        List<String> command = new ArrayList<>(
                isWindows()
                        ? List.of("cmd", "/c", root.resolve("lab.cmd").toString())
                        : List.of(root.resolve("lab").toString()));
        command.addAll(List.of(arguments));
        return command;
    }

    /** The check of the same exercise under Maven, which builds what it needs and synthesizes cold. */
    private List<String> mavenTest(Path maven) {
        String check =
                Exercises.of(lab.solution()).exercise(EXERCISE).orElseThrow().check();
        return List.of(
                maven.toString(),
                "-q",
                "-o",
                "-B",
                "-pl",
                "solutions/" + lab.folderName(),
                "-am",
                "test",
                "-Dtest=" + check.substring(check.lastIndexOf('.') + 1),
                "-Dsurefire.failIfNoSpecifiedTests=false");
    }

    private static Optional<Path> maven() {
        String program = isWindows() ? "mvn.cmd" : "mvn";
        for (String folder : System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator)) {
            Path candidate = Path.of(folder).resolve(program);
            if (candidate.toFile().canExecute()) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    private static void requireGreen(Verdict verdict) {
        if (!verdict.isGreen()) {
            throw new IllegalStateException("The solution should be green: " + verdict);
        }
    }

    private void print(Series series) {
        console.line(String.format(
                Locale.ROOT,
                "%-42s median %6.2f s   longest %6.2f s",
                series.what(),
                seconds(series.median()),
                seconds(series.longest())));
        if (!series.phases().phases().isEmpty()) {
            console.line("    whole round " + TimingsPrinter.line(series.phases()));
        }
    }

    private void compare(Series series, Series rival) {
        console.line(String.format(
                Locale.ROOT,
                "%-42s %5.1f times as fast as Maven",
                series.what(),
                seconds(rival.median()) / seconds(series.median())));
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    private static boolean isWindows() {
        return System.getProperty("os.name", "").startsWith("Windows");
    }
}
