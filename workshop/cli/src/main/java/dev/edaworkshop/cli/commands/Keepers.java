package dev.edaworkshop.cli.commands;

import dev.edaworkshop.cli.console.Console;
import dev.edaworkshop.cli.keep.Change;
import dev.edaworkshop.cli.keep.Entry;
import dev.edaworkshop.cli.keep.Goal;
import dev.edaworkshop.cli.keep.Keeper;
import dev.edaworkshop.cli.keep.LabEdit;
import dev.edaworkshop.cli.keep.Taken;
import dev.edaworkshop.cli.project.Project;
import dev.edaworkshop.testkit.exercises.LabFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** What the commands that change an attendee's files have in common. */
final class Keepers {
    private Keepers() {}

    static Keeper of(Project project, Consumer<String> notice) {
        return new Keeper(project.root(), project.stateFolder(), InstantSource.system(), notice);
    }

    /** What to do in one lab. */
    interface Edit {
        LabEdit edit(Choice choice, LabEdit lab) throws IOException;
    }

    /**
     * What several labs need together.
     *
     * @param goals by path
     * @param remarks by path
     */
    record Edits(Map<String, Goal> goals, Map<String, String> remarks) {
        Edits {
            goals = Map.copyOf(goals);
            remarks = Map.copyOf(remarks);
        }
    }

    static Edits edits(List<Choice> choices, Edit edit) {
        Map<String, Goal> goals = new TreeMap<>();
        Map<String, String> remarks = new LinkedHashMap<>();
        for (Choice choice : choices) {
            try {
                LabEdit lab = new LabEdit(
                        choice.lab().starter(), LabFiles.of(choice.lab().solution()));
                LabEdit done = edit.edit(choice, lab);
                goals.putAll(done.goals());
                remarks.putAll(done.remarks());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new Edits(goals, remarks);
    }

    /** Prints each file that is touched, and what is special about it. */
    static void print(List<Change> changes, Map<String, String> remarks, Console console) {
        for (Change change : changes) {
            boolean folder = change.before() == Entry.Kind.FOLDER || change.after() == Entry.Kind.FOLDER;
            if (!folder || change.before() == change.after()) {
                console.line("  %-8s %s".formatted(change.verb(), change.path()));
                Optional.ofNullable(remarks.get(change.path())).ifPresent(remark -> console.advice("it " + remark));
            }
        }
    }

    /** Prints where everything is saved and how to take it back. */
    static void printWayBack(Keeper keeper, Project project, Taken taken, Console console) {
        console.paragraph("Saved before that, as step %d: %s"
                .formatted(taken.step().number(), project.root().relativize(keeper.folder(taken.step()))));
        console.advice("take it back with ./lab undo");
    }
}
