package dev.edaworkshop.cli.commands;

import dev.edaworkshop.cli.commands.Keepers.Edits;
import dev.edaworkshop.cli.console.Console;
import dev.edaworkshop.cli.console.Style.Mark;
import dev.edaworkshop.cli.keep.Change;
import dev.edaworkshop.cli.keep.Keeper;
import dev.edaworkshop.cli.keep.Keeper.Purpose;
import dev.edaworkshop.cli.keep.Step;
import dev.edaworkshop.cli.project.Project;
import dev.edaworkshop.cli.watch.WatchAction;
import dev.edaworkshop.cli.watch.WatchContext;
import java.util.List;
import java.util.Set;

/** Resets the current exercise, if the key is pressed twice; the first time it says what that would touch. */
final class ResetAction implements WatchAction {
    private final Project project;
    private final Keeper keeper;
    private List<Change> announced = List.of();

    ResetAction(Project project, Console console) {
        this.project = project;
        keeper = Keepers.of(project, notice -> console.marked(Mark.WARNING, notice));
    }

    @Override
    public char key() {
        return 'r';
    }

    @Override
    public String label() {
        return "reset";
    }

    @Override
    public void run(WatchContext context) {
        String exercise = context.course().current().id();
        Choice choice = new Choice(context.lab(), Set.of(exercise), false);
        Edits edits = Keepers.edits(List.of(choice), (chosen, lab) -> lab.reset(chosen.exercises()));
        List<Change> changes = keeper.preview(edits.goals());
        if (changes.isEmpty()) {
            context.console().marked(Mark.GOOD, "Nothing to reset: %s is as it was at first.".formatted(exercise));
        } else if (!changes.equals(announced)) {
            announced = changes;
            context.console().line("A reset of %s would touch:".formatted(exercise));
            Keepers.print(changes, edits.remarks(), context.console());
            context.console().advice("press r once more to do it; everything is saved first");
        } else {
            announced = List.of();
            keeper.take(new Purpose(Step.Kind.RESET, "reset " + exercise), edits.goals())
                    .ifPresent(taken -> context.note()
                            .accept("Reset %s. Saved before that: %s. Take it back with ./lab undo."
                                    .formatted(exercise, project.root().relativize(keeper.folder(taken.step())))));
        }
    }
}
