package dev.edaworkshop.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.edaworkshop.cli.console.Console;
import dev.edaworkshop.cli.console.Json;
import dev.edaworkshop.cli.console.Terminal;
import dev.edaworkshop.cli.project.Lab;
import dev.edaworkshop.cli.project.Project;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "list", description = "Show the labs: where to edit, what to read.")
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
            labs.forEach(lab -> print(lab, console));
        }
    }

    private void print(Lab lab, Console console) {
        console.line("%s  %s".formatted(lab.number(), console.style().bold(lab.folderName())));
        console.line("   edit  " + relative(lab.starter()));
        Path page = guidePage(lab);
        if (Files.exists(page)) {
            console.line("   read  " + relative(page));
        }
    }

    private ArrayNode asJson(List<Lab> labs) {
        ArrayNode array = Json.array();
        for (Lab lab : labs) {
            array.addObject()
                    .put("lab", lab.number())
                    .put("name", lab.folderName())
                    .put("starter", lab.starter().toString())
                    .put("solution", lab.solution().toString());
        }
        return array;
    }

    private Path guidePage(Lab lab) {
        return project.get().root().resolve("guide").resolve(lab.folderName() + ".md");
    }

    private String relative(Path path) {
        return project.get().root().relativize(path).toString();
    }
}
