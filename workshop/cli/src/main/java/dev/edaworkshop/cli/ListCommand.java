package dev.edaworkshop.cli;

import dev.edaworkshop.cli.console.Console;
import dev.edaworkshop.cli.console.Json;
import dev.edaworkshop.cli.console.Style.Mark;
import dev.edaworkshop.cli.console.Terminal;
import dev.edaworkshop.cli.progress.ExerciseProgress;
import dev.edaworkshop.cli.progress.Overview;
import dev.edaworkshop.cli.progress.Overview.LabOverview;
import dev.edaworkshop.cli.progress.Overview.Standing;
import dev.edaworkshop.cli.progress.OverviewJson;
import dev.edaworkshop.cli.progress.Progress;
import dev.edaworkshop.cli.project.Project;
import dev.edaworkshop.testkit.exercises.ExerciseCard;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./lab list}: what there is to do, and where. */
@Command(
        name = "list",
        description = "Show the labs and their exercises: where to edit, what to read, what is solved, what is next.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./lab list",
            "  ./lab list 3         lab 3 alone",
            "  ./lab list --json    for programs: one object for each lab"
        })
final class ListCommand implements Runnable {
    private static final int BAR = 20;

    private final Terminal terminal;
    private final Supplier<Project> project;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "LAB", description = "Its number. Default: all labs.")
    private @Nullable String lab;

    @Option(names = "--json", description = "Print the list as JSON.")
    private boolean json;

    ListCommand(Terminal terminal, Supplier<Project> project) {
        this.terminal = terminal;
        this.project = project;
    }

    @Override
    public void run() {
        var console = new Console(spec.commandLine().getOut(), terminal);
        var errors = new Console(spec.commandLine().getErr(), terminal);
        Progress progress = new Progress(
                project.get().stateFolder(), InstantSource.system(), notice -> errors.marked(Mark.WARNING, notice));
        Overview overview =
                lab == null ? Overview.of(project.get(), progress) : Overview.of(project.get(), lab, progress);
        if (json) {
            console.line(Json.print(OverviewJson.write(overview)));
        } else if (overview.labs().isEmpty()) {
            console.paragraph("There are no labs in " + project.get().root() + ".");
        } else {
            overview.labs().forEach(lab -> print(lab, console));
            console.line();
            Optional<ExerciseCard> next = overview.next();
            if (next.isPresent()) {
                console.advice("next: %s %s, ./lab check %1$s"
                        .formatted(next.get().id(), next.get().title()));
            } else {
                console.marked(Mark.GOOD, "Every exercise %sis solved.".formatted(lab == null ? "" : "of it "));
            }
        }
    }

    private static void print(LabOverview lab, Console console) {
        int all = lab.exercises().size();
        console.line("%s  %s  %s"
                .formatted(
                        console.style().bold("Lab " + lab.lab().number()),
                        console.style().bold(lab.content().lab().title()),
                        bar(lab.solved(), all)));
        console.line("  edit  " + lab.lab().folderName());
        console.line("  read  " + lab.content().lab().guide());
        for (Standing one : lab.exercises()) {
            console.line("%s %-5s %-24s %s  %s"
                    .formatted(
                            mark(one.progress(), console),
                            one.card().id(),
                            one.card().name(),
                            console.style().faint("%-16s".formatted(minutes(one.card()))),
                            one.progress().inWords()));
        }
    }

    private static String mark(ExerciseProgress progress, Console console) {
        return switch (progress.state()) {
            case OPEN -> " ";
            case RED -> console.style().mark(Mark.BAD);
            case SOLVED, SOLVED_WITH_SOLUTION_SHOWN -> console.style().mark(Mark.GOOD);
        };
    }

    private static String bar(long done, int all) {
        int filled = all == 0 ? 0 : (int) (done * BAR / all);
        return "[%s%s] %d of %d".formatted("#".repeat(filled), "-".repeat(BAR - filled), done, all);
    }

    private static String minutes(ExerciseCard exercise) {
        return "about " + exercise.minutes() + " minutes";
    }
}
