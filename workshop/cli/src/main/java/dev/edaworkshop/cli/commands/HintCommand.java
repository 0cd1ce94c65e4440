package dev.edaworkshop.cli.commands;

import dev.edaworkshop.cli.console.Console;
import dev.edaworkshop.cli.console.LabException;
import dev.edaworkshop.cli.console.Style.Mark;
import dev.edaworkshop.cli.console.Terminal;
import dev.edaworkshop.cli.progress.ExerciseProgress;
import dev.edaworkshop.cli.progress.Hint;
import dev.edaworkshop.cli.progress.Overview;
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

/** {@code ./lab hint}: help in three levels, of which the first depends on what the last check observed. */
@Command(
        name = "hint",
        description = {
            "Help with an exercise, a little more with each call: a question about what the last check observed, where"
                    + " to look, almost the code.",
            "The solution itself is another step: ./lab solve."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./lab hint                the next hint for your next exercise",
            "  ./lab hint 1.2            the next hint for exercise 1.2",
            "  ./lab hint 1.2 --level 2  that one"
        })
public final class HintCommand implements Runnable {
    private final Terminal terminal;
    private final Supplier<Project> project;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "EXERCISE", description = "Default: the next one that is not solved.")
    private @Nullable String exercise;

    @Option(names = "--level", paramLabel = "N", description = "1, 2 or 3. Default: one further than the last time.")
    private @Nullable Integer level;

    public HintCommand(Terminal terminal, Supplier<Project> project) {
        this.terminal = terminal;
        this.project = project;
    }

    @Override
    public void run() {
        var console = new Console(spec.commandLine().getOut(), terminal);
        Progress progress = new Progress(
                project.get().stateFolder(), InstantSource.system(), notice -> console.marked(Mark.WARNING, notice));
        Optional<ExerciseCard> chosen = Optional.ofNullable(exercise)
                .map(typed -> Choice.card(project.get(), typed))
                .or(() -> Overview.of(project.get(), progress).next());
        if (chosen.isEmpty()) {
            console.marked(Mark.GOOD, "Every exercise is solved.");
            console.advice("name one to see its hints all the same: ./lab hint 1.2");
            return;
        }
        hint(chosen.get(), progress, console);
    }

    private void hint(ExerciseCard card, Progress progress, Console console) {
        ExerciseProgress now = progress.of(card.id());
        int wanted = level == null ? now.nextHint() : level;
        if (wanted < 1 || wanted > Hint.LEVELS) {
            throw new LabException(
                    "There is no hint of level %d.".formatted(wanted),
                    "You typed --level %d; the levels are 1, 2 and 3.".formatted(wanted),
                    "./lab hint %s gives the next one.".formatted(card.id()));
        }
        console.line(console.style().bold("%s %s".formatted(card.id(), card.title())));
        if (now.isSolved()) {
            console.marked(Mark.GOOD, "It is solved. What would have helped:");
        }
        Hint hint = Hint.of(card, now, wanted);
        if (!hint.fits()) {
            console.paragraph(hint.text());
            if (now.attempts() == 0) {
                console.advice("run ./lab check " + card.id());
            }
            console.advice("where to look: ./lab hint %s once more".formatted(card.id()));
            progress.hintShown(card.id(), wanted); // asked again, say more
            return;
        }
        console.line(console.style().faint("Hint %d of %d".formatted(wanted, Hint.LEVELS)));
        if (!hint.observed().isEmpty()) {
            console.paragraph("The last check observed: " + hint.observed());
        }
        console.paragraph(hint.text());
        progress.hintShown(card.id(), wanted);
        console.advice(
                wanted < Hint.LEVELS
                        ? "more: ./lab hint " + card.id()
                        : "that was the last one; ./lab diff %s compares with the solution, ./lab solve %1$s puts it into"
                                        .formatted(card.id())
                                + " your files");
    }
}
