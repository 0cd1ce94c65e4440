package dev.edaworkshop.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.edaworkshop.cli.console.Console;
import dev.edaworkshop.cli.console.Json;
import dev.edaworkshop.cli.console.Terminal;
import dev.edaworkshop.cli.project.Lab;
import dev.edaworkshop.cli.project.Project;
import dev.edaworkshop.testkit.exercises.ExerciseCard;
import dev.edaworkshop.testkit.exercises.Exercises;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./lab list}: what there is to do, and where. */
@Command(
        name = "list",
        description = "Show the labs and their exercises: where to edit, what to read.",
        footerHeading = "%nExamples:%n",
        footer = {"  ./lab list", "  ./lab list --json    for programs: one object for each lab"})
final class ListCommand implements Runnable {
    private final Terminal terminal;
    private final Supplier<Project> project;

    @Spec
    private CommandSpec spec;

    @Option(names = "--json", description = "Print the list as JSON.")
    private boolean json;

    ListCommand(Terminal terminal, Supplier<Project> project) {
        this.terminal = terminal;
        this.project = project;
    }

    @Override
    public void run() {
        List<Lab> labs = project.get().labs();
        var console = new Console(spec.commandLine().getOut(), terminal);
        if (json) {
            console.line(Json.print(asJson(labs)));
        } else if (labs.isEmpty()) {
            console.paragraph("There are no labs in " + project.get().root() + ".");
        } else {
            labs.forEach(lab -> print(lab, Exercises.of(lab.solution()), console));
        }
    }

    private static void print(Lab lab, Exercises content, Console console) {
        console.line("%s  %s"
                .formatted(
                        console.style().bold("Lab " + lab.number()),
                        console.style().bold(content.lab().title())));
        console.line("  edit  " + lab.folderName());
        console.line("  read  " + content.lab().guide());
        for (ExerciseCard exercise : content.exercises()) {
            console.line("  %-5s %-24s %s"
                    .formatted(exercise.id(), exercise.name(), console.style().faint(minutes(exercise))));
        }
    }

    private static String minutes(ExerciseCard exercise) {
        return "about " + exercise.minutes() + " minutes";
    }

    private static ArrayNode asJson(List<Lab> labs) {
        ArrayNode array = Json.array();
        for (Lab lab : labs) {
            Exercises content = Exercises.of(lab.solution());
            ObjectNode entry = array.addObject()
                    .put("lab", lab.number())
                    .put("name", lab.folderName())
                    .put("title", content.lab().title())
                    .put("guide", content.lab().guide())
                    .put("starter", lab.starter().toString())
                    .put("solution", lab.solution().toString());
            ArrayNode exercises = entry.putArray("exercises");
            for (ExerciseCard exercise : content.exercises()) {
                exercises
                        .addObject()
                        .put("id", exercise.id())
                        .put("name", exercise.name())
                        .put("title", exercise.title())
                        .put("goal", exercise.goal().strip())
                        .put("minutes", exercise.minutes());
            }
        }
        return array;
    }
}
