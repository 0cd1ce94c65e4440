package dev.edaworkshop.cli.commands;

import dev.edaworkshop.cli.console.Console;
import dev.edaworkshop.cli.console.Style.Mark;
import dev.edaworkshop.cli.console.Terminal;
import dev.edaworkshop.cli.keep.History;
import dev.edaworkshop.cli.keep.Keeper;
import dev.edaworkshop.cli.keep.Step;
import dev.edaworkshop.cli.keep.Undone;
import dev.edaworkshop.cli.project.Project;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./lab undo}: takes back what a reset, a solve or another undo did to the attendee's files. */
@Command(
        name = "undo",
        description = {
            "Take back the last reset or solve, to the byte. Once more goes one step further back.",
            "What is in the files now is saved first, so an undo can be taken back too: name its step."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./lab undo             take back the last step",
            "  ./lab undo --list      every step, and what it saved",
            "  ./lab undo 7           put back the files that step 7 saved"
        })
public final class UndoCommand implements Runnable {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final Terminal terminal;
    private final Supplier<Project> project;

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "STEP",
            description = "The number of a step, or the name of its folder. Default: the last one not taken back.")
    private @Nullable String snapshot;

    @Option(names = "--list", description = "Only list the steps.")
    private boolean list;

    public UndoCommand(Terminal terminal, Supplier<Project> project) {
        this.terminal = terminal;
        this.project = project;
    }

    @Override
    public void run() {
        var console = new Console(spec.commandLine().getOut(), terminal);
        Keeper keeper = Keepers.of(project.get(), notice -> console.marked(Mark.WARNING, notice));
        if (list) {
            print(keeper.history(), console);
            return;
        }
        Optional<Undone> undone = keeper.undo(Optional.ofNullable(snapshot));
        if (undone.isEmpty()) {
            console.line("There is nothing to take back.");
            console.advice("./lab undo --list shows every step; a number brings back what one of them saved");
            return;
        }
        print(undone.get(), console);
    }

    private void print(Undone undone, Console console) {
        Step target = undone.target();
        int self = undone.taken().step().number();
        console.marked(
                Mark.GOOD,
                (snapshot == null
                                ? "Took back step %d (%s): its files are as they were before it."
                                : "The files that step %d (%s) saved are as they were then.")
                        .formatted(target.number(), target.what()));
        if (undone.taken().changes().isEmpty()) {
            console.line("  They were already.");
        }
        Keepers.print(undone.taken().changes(), Map.of(), console);
        console.advice(undone.next()
                .map(next ->
                        "further back: ./lab undo (would take back step %d, %s)".formatted(next.number(), next.what()))
                .orElse("further back: there is nothing more"));
        console.advice("forward again: ./lab undo %d".formatted(self));
    }

    private void print(History history, Console console) {
        if (history.steps().isEmpty()) {
            console.line("There are no steps yet: reset and solve make them.");
            return;
        }
        Optional<Integer> next = history.undoable().stream().findFirst();
        for (Step step : history.steps()) {
            boolean isNext = next.equals(Optional.of(step.number()));
            console.line("%s%4d  %s  %-44s %s"
                    .formatted(
                            isNext ? "→" : " ",
                            step.number(),
                            TIME.withZone(ZoneId.systemDefault()).format(step.time()),
                            step.what(),
                            console.style().faint(saved(step) + state(step, history))));
        }
        console.line();
        console.line("Saved in "
                + project.get().root().relativize(project.get().stateFolder().resolve("backups")));
        console.advice(next.map(number ->
                        "./lab undo takes back step %d; ./lab undo N puts back what step N saved".formatted(number))
                .orElse("everything is taken back; ./lab undo N puts back what step N saved"));
    }

    private static String saved(Step step) {
        int files = step.saved().size();
        return files == 1 ? "1 file" : files + " files";
    }

    private static String state(Step step, History history) {
        if (step.rolledBack()) {
            return ", interrupted and put back";
        }
        boolean change = step.kind() == Step.Kind.RESET || step.kind() == Step.Kind.SOLVE;
        return change && !history.undoable().contains(step.number()) ? ", taken back" : "";
    }
}
