package dev.edaworkshop.cli;

import dev.edaworkshop.cli.console.Terminal;
import dev.edaworkshop.cli.project.Project;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Runs what attendees run most, for the JVM to remember in its startup cache. The build calls it, nobody else. */
@Command(name = "train", hidden = true)
final class TrainCommand implements Runnable {
    private static final List<String> LESSONS = List.of("--help", "doctor --help", "list", "list --json", "lst");

    private final Terminal terminal;
    private final Supplier<Project> project;

    TrainCommand(Terminal terminal, Supplier<Project> project) {
        this.terminal = terminal;
        this.project = project;
    }

    @Override
    public void run() {
        for (String lesson : LESSONS) {
            CommandLine lab = LabCommand.commandLine(terminal, project);
            lab.setOut(new PrintWriter(Writer.nullWriter()));
            lab.setErr(new PrintWriter(Writer.nullWriter()));
            lab.execute(lesson.split(" "));
        }
    }
}
