package dev.edaworkshop.cli;

import dev.edaworkshop.cli.console.Terminal;
import dev.edaworkshop.cli.project.Project;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.function.Supplier;
import picocli.CommandLine;

/** Runs {@code ./lab …} in this process and keeps what it printed. */
record Lab(int exit, String out, String err) {

    static Lab run(Supplier<Project> project, String... arguments) {
        return run(Terminal.plain(), project, arguments);
    }

    static Lab run(Terminal terminal, Supplier<Project> project, String... arguments) {
        return run(LabCommand.commandLine(terminal, project), arguments);
    }

    static Lab run(CommandLine command, String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        int exit = command.execute(arguments);
        return new Lab(exit, out.toString(), err.toString());
    }
}
