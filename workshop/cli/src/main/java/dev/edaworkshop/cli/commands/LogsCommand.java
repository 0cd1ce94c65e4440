package dev.edaworkshop.cli.commands;

import dev.edaworkshop.cli.console.Console;
import dev.edaworkshop.cli.console.Style.Mark;
import dev.edaworkshop.cli.console.Terminal;
import dev.edaworkshop.cli.control.ControlClient;
import dev.edaworkshop.cli.project.Project;
import dev.edaworkshop.cli.resident.Resident;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./lab logs}: what a function printed. */
@Command(
        name = "logs",
        description = "Show the log of a function in the running cloud.",
        footerHeading = "%nExamples:%n",
        footer = {"  ./lab logs Inventory", "  ./lab logs Inventory -f    until Ctrl-C"})
public final class LogsCommand implements Runnable {
    private final Terminal terminal;
    private final Supplier<Project> project;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FUNCTION", description = "Its name, or the part of it that tells it from the others.")
    private String function;

    @Option(
            names = {"-f", "--follow"},
            description = "Keep printing as it happens.")
    private boolean follow;

    public LogsCommand(Terminal terminal, Supplier<Project> project) {
        this.terminal = terminal;
        this.project = project;
    }

    @Override
    public void run() {
        var console = new Console(spec.commandLine().getOut(), terminal);
        var errors = new Console(spec.commandLine().getErr(), terminal);
        Resident resident = Residents.require(project.get(), notice -> errors.marked(Mark.WARNING, notice));
        new ControlClient(resident).log(function, follow, console::line);
    }
}
