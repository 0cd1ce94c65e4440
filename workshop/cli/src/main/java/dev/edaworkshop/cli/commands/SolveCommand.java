package dev.edaworkshop.cli.commands;

import dev.edaworkshop.cli.commands.Keepers.Edits;
import dev.edaworkshop.cli.console.Console;
import dev.edaworkshop.cli.console.Style.Mark;
import dev.edaworkshop.cli.console.Terminal;
import dev.edaworkshop.cli.keep.Keeper;
import dev.edaworkshop.cli.keep.Keeper.Purpose;
import dev.edaworkshop.cli.keep.Step;
import dev.edaworkshop.cli.keep.Taken;
import dev.edaworkshop.cli.progress.Progress;
import dev.edaworkshop.cli.project.Project;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./lab solve}: the solution of an exercise in the attendee's own files. */
@Command(
        name = "solve",
        description = {
            "Put the solution of an exercise, or of a whole lab, into your files.",
            "Everything is saved before it is touched; ./lab undo brings it back. What you wrote elsewhere in the same"
                    + " file stays. To look without changing anything: ./lab diff 1.2."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./lab solve 1.2          one exercise",
            "  ./lab solve 1.1..1.3     catch up with the others",
            "  ./lab solve 1            all of lab 1",
            "  ./lab undo               take it back"
        })
public final class SolveCommand implements Runnable {
    private final Terminal terminal;
    private final Supplier<Project> project;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "LAB|EXERCISE", description = "1, lab1-pubsub, 1.2, 1.1..1.3.")
    private List<String> what = List.of();

    public SolveCommand(Terminal terminal, Supplier<Project> project) {
        this.terminal = terminal;
        this.project = project;
    }

    @Override
    public void run() {
        var console = new Console(spec.commandLine().getOut(), terminal);
        List<Choice> choices = Choice.parse(project.get(), what);
        String words = choices.stream().map(Choice::inWords).collect(Collectors.joining(" "));
        Keeper keeper = Keepers.of(project.get(), notice -> console.marked(Mark.WARNING, notice));
        Edits edits = Keepers.edits(
                choices,
                (choice, lab) -> choice.whole() ? lab.solveAll(choice.exercises()) : lab.solve(choice.exercises()));
        Optional<Taken> taken = keeper.take(new Purpose(Step.Kind.SOLVE, "solve " + words), edits.goals());
        new Progress(
                        project.get().stateFolder(),
                        InstantSource.system(),
                        notice -> console.marked(Mark.WARNING, notice))
                .solutionShown(choices.stream()
                        .flatMap(choice -> choice.exercises().stream())
                        .toList());
        if (taken.isEmpty()) {
            console.marked(Mark.GOOD, "Your files have the solution of %s already.".formatted(words));
            return;
        }
        console.marked(Mark.GOOD, "The solution of %s is in your files.".formatted(words));
        Keepers.print(taken.get().changes(), edits.remarks(), console);
        Keepers.printWayBack(keeper, project.get(), taken.get(), console);
        console.advice("see it work: ./lab check " + toCheck(choices.getFirst()));
    }

    private static String toCheck(Choice choice) {
        boolean one = !choice.whole() && choice.exercises().size() == 1;
        return one
                ? choice.exercises().iterator().next()
                : String.valueOf(choice.lab().number());
    }
}
