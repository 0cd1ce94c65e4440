package dev.edaworkshop.cli.commands;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.edaworkshop.cli.cloud.OneShot;
import dev.edaworkshop.cli.cloud.RepeatedCheck;
import dev.edaworkshop.cli.cloud.RepeatedCheck.Plan;
import dev.edaworkshop.cli.cloud.RepeatedCheck.Tally;
import dev.edaworkshop.cli.console.Console;
import dev.edaworkshop.cli.console.Json;
import dev.edaworkshop.cli.console.Style.Mark;
import dev.edaworkshop.cli.console.Terminal;
import dev.edaworkshop.cli.control.ControlClient;
import dev.edaworkshop.cli.control.VerdictJson;
import dev.edaworkshop.cli.progress.Overview;
import dev.edaworkshop.cli.progress.Progress;
import dev.edaworkshop.cli.project.ExerciseId;
import dev.edaworkshop.cli.project.Lab;
import dev.edaworkshop.cli.project.LabId;
import dev.edaworkshop.cli.project.Project;
import dev.edaworkshop.cli.project.Selection;
import dev.edaworkshop.cli.resident.Resident;
import dev.edaworkshop.cli.verdicts.TimingsPrinter;
import dev.edaworkshop.cli.verdicts.VerdictPrinter;
import dev.edaworkshop.testkit.exercises.ExerciseCard;
import dev.edaworkshop.testkit.exercises.Exercises;
import dev.edaworkshop.testkit.run.Timings;
import dev.edaworkshop.testkit.run.Verdict;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./lab check}: deploys what is on disk and looks whether real events now go where they should. */
@Command(
        name = "check",
        description = {
            "Deploy a lab as it is on disk, send real events through it, and say whether they went where they should.",
            "Uses a running ./lab start, which is faster; works alone as well."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./lab check 1.2             one exercise",
            "  ./lab check 1               all exercises of lab 1",
            "  ./lab check 1 --solution    the solution in place of your lab",
            "  ./lab check 1 --solution --repeat 100 --parallel 2   is it always green?",
            "Exit code 0: all green, 1: something is red, 2: the lab could not be checked."
        })
public final class CheckCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Supplier<Project> project;

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "LAB|EXERCISE",
            defaultValue = "1",
            description = "1, lab1-pubsub, 1.2 or 1.2-name-the-fact. Default: 1.")
    private String what;

    @Option(names = "--solution", description = "Check the solution.")
    private boolean solution;

    @Option(names = "--json", description = "Print the verdicts as JSON.")
    private boolean json;

    @Option(names = "--timings", description = "Say on standard error where the time went.")
    private boolean timings;

    @Option(
            names = "--repeat",
            paramLabel = "N",
            description = "Check everything N times, in random order, and count. Does without a running ./lab start.")
    private int rounds;

    @Option(
            names = "--parallel",
            paramLabel = "N",
            defaultValue = "1",
            description = "With --repeat: how many checks run at a time. Default: ${DEFAULT-VALUE}.")
    private int parallel;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "With --repeat: of the order. Default: ${DEFAULT-VALUE}.")
    private long seed;

    public CheckCommand(Terminal terminal, Supplier<Project> project) {
        this.terminal = terminal;
        this.project = project;
    }

    @Override
    public Integer call() {
        Selection selection = Selection.parse(what);
        Lab lab = project.get()
                .lab(
                        switch (selection) {
                            case LabId id -> id.toString();
                            case ExerciseId id -> String.valueOf(id.lab());
                        });
        List<ExerciseCard> exercises = exercises(selection, Exercises.of(lab.solution()));
        var console = new Console(spec.commandLine().getOut(), terminal);
        if (rounds > 0) {
            return repeat(lab, exercises, console);
        }
        List<Verdict> verdicts = new ArrayList<>();
        VerdictPrinter printer = new VerdictPrinter(console, lab, exercises);
        Progress progress = new Progress(project.get().stateFolder(), InstantSource.system(), warnings());
        Timings prepared = check(lab, exercises, verdict -> {
            verdicts.add(verdict);
            if (!solution) {
                progress.record(verdict);
            }
            if (!json) {
                printer.print(verdict);
            }
        });
        if (json) {
            ArrayNode array = Json.array();
            verdicts.forEach(verdict -> array.add(VerdictJson.write(verdict)));
            console.line(Json.print(array));
        } else {
            printer.summary(verdicts);
            if (!solution && verdicts.stream().allMatch(Verdict::isGreen)) {
                sayWhatIsNext(verdicts.getLast(), progress, console);
            }
        }
        if (timings) {
            TimingsPrinter.print(
                    prepared, verdicts, new Console(spec.commandLine().getErr(), terminal));
        }
        return verdicts.stream().allMatch(Verdict::isGreen) ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private void sayWhatIsNext(Verdict green, Progress progress, Console console) {
        Overview.of(project.get(), progress)
                .nextAfter(green.exercise())
                .ifPresentOrElse(
                        next -> console.advice(
                                "Next: %s %s. ./lab check %s".formatted(next.id(), next.title(), next.id())),
                        () -> console.advice("That was the last one: all exercises of all labs are solved."));
    }

    /** Prints what is red, and at the end how often each exercise was what. */
    private int repeat(Lab lab, List<ExerciseCard> exercises, Console console) {
        VerdictPrinter printer = new VerdictPrinter(console, lab, exercises);
        long start = System.nanoTime();
        List<Tally> tallies =
                RepeatedCheck.run(lab, solution, exercises, new Plan(rounds, Math.max(1, parallel), seed), verdict -> {
                    if (!verdict.isGreen()) {
                        printer.print(verdict);
                    }
                });
        long seconds = Duration.ofNanos(System.nanoTime() - start).toSeconds();
        for (Tally tally : tallies) {
            console.marked(
                    tally.red() == 0 ? Mark.GOOD : Mark.BAD,
                    "%-4s %4d green, %d red; median %.1f s, longest %.1f s"
                            .formatted(
                                    tally.exercise().id(),
                                    tally.green(),
                                    tally.red(),
                                    tally.median().toMillis() / 1000.0,
                                    tally.longest().toMillis() / 1000.0));
        }
        console.line("%d checks, %d at a time, order by seed %d: %d s."
                .formatted(rounds * exercises.size(), Math.max(1, parallel), seed, seconds));
        return tallies.stream().allMatch(tally -> tally.red() == 0) ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private Timings check(Lab lab, List<ExerciseCard> exercises, Consumer<Verdict> each) {
        Optional<Resident> resident = solution ? Optional.empty() : Residents.find(project.get(), warnings());
        if (resident.filter(running -> running.lab().equals(lab.folderName())).isPresent()) {
            return new ControlClient(resident.get())
                    .check(exercises.stream().map(ExerciseCard::id).toList(), each);
        }
        return OneShot.check(lab, solution, exercises, each);
    }

    private Consumer<String> warnings() {
        var errors = new Console(spec.commandLine().getErr(), terminal);
        return notice -> errors.marked(Mark.WARNING, notice);
    }

    private static List<ExerciseCard> exercises(Selection selection, Exercises all) {
        if (!(selection instanceof ExerciseId asked)) {
            return all.exercises();
        }
        List<ExerciseId> existing = all.exercises().stream()
                .flatMap(card -> ExerciseId.parse(card.id() + "-" + card.name()).stream())
                .toList();
        ExerciseId found = Project.exercise(asked, existing);
        return all.exercises().stream()
                .filter(card -> card.id().equals(found.lab() + "." + found.number()))
                .toList();
    }
}
