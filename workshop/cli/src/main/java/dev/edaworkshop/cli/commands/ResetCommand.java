package dev.edaworkshop.cli.commands;

import dev.edaworkshop.cli.commands.Keepers.Edits;
import dev.edaworkshop.cli.console.Console;
import dev.edaworkshop.cli.console.LabException;
import dev.edaworkshop.cli.console.Style.Mark;
import dev.edaworkshop.cli.console.Terminal;
import dev.edaworkshop.cli.keep.Change;
import dev.edaworkshop.cli.keep.Keeper;
import dev.edaworkshop.cli.keep.Keeper.Purpose;
import dev.edaworkshop.cli.keep.Step;
import dev.edaworkshop.cli.keep.Taken;
import dev.edaworkshop.cli.project.Project;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./lab reset}: an exercise, or a whole lab, as it was at first. */
@Command(
        name = "reset",
        description = {
            "Put an exercise, or a whole lab, back to how it was at first.",
            "Everything is saved before it is touched; ./lab undo brings it back. An exercise leaves what you wrote"
                    + " elsewhere as it is; a lab also loses the files that you added. Tests, hidden files and build"
                    + " output stay. Git is not needed."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./lab reset 1.2              one exercise",
            "  ./lab reset 1 --dry-run      what would a reset of lab 1 touch?",
            "  ./lab reset --all            every lab",
            "  ./lab undo                   take it back"
        })
public final class ResetCommand implements Runnable {
    private final Terminal terminal;
    private final Supplier<Project> project;

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..*",
            paramLabel = "LAB|EXERCISE",
            description = "1, lab1-pubsub, 1.2, or several exercises: 1.1..1.3.")
    private List<String> what = List.of();

    @Option(names = "--all", description = "Reset every lab.")
    private boolean all;

    @Option(names = "--dry-run", description = "Only say what would be touched.")
    private boolean dryRun;

    public ResetCommand(Terminal terminal, Supplier<Project> project) {
        this.terminal = terminal;
        this.project = project;
    }

    @Override
    public void run() {
        if (all != what.isEmpty()) {
            throw new LabException(
                    all ? "--all resets every lab, so nothing else can be named." : "What is to be reset?",
                    "You named " + (what.isEmpty() ? "nothing" : String.join(" ", what)) + ".",
                    "Name a lab (./lab reset 1) or an exercise (./lab reset 1.2), or say --all.");
        }
        var console = new Console(spec.commandLine().getOut(), terminal);
        List<Choice> choices = all ? Choice.all(project.get()) : Choice.parse(project.get(), what);
        String words = all ? "all labs" : choices.stream().map(Choice::inWords).collect(Collectors.joining(" "));
        Keeper keeper = Keepers.of(project.get(), notice -> console.marked(Mark.WARNING, notice));
        Edits edits = Keepers.edits(
                choices, (choice, lab) -> choice.whole() ? lab.resetAll() : lab.reset(choice.exercises()));
        if (dryRun) {
            preview(keeper.preview(edits.goals()), edits, words, console);
            return;
        }
        Optional<Taken> taken = keeper.take(new Purpose(Step.Kind.RESET, "reset " + words), edits.goals());
        if (taken.isEmpty()) {
            console.marked(Mark.GOOD, "Nothing to reset: %s is as it was at first.".formatted(words));
            return;
        }
        console.marked(Mark.GOOD, "Reset: %s is as it was at first.".formatted(words));
        Keepers.print(taken.get().changes(), edits.remarks(), console);
        Keepers.printWayBack(keeper, project.get(), taken.get(), console);
    }

    private static void preview(List<Change> changes, Edits edits, String words, Console console) {
        if (changes.isEmpty()) {
            console.line("Nothing would be touched: %s is as it was at first.".formatted(words));
            return;
        }
        console.line("A reset of %s would touch these files, after saving them:".formatted(words));
        Keepers.print(changes, edits.remarks(), console);
    }
}
