package dev.edaworkshop.cli.commands;

import dev.edaworkshop.cli.console.Console;
import dev.edaworkshop.cli.console.Style.Mark;
import dev.edaworkshop.cli.console.Terminal;
import dev.edaworkshop.cli.control.ControlClient;
import dev.edaworkshop.cli.events.HopJson;
import dev.edaworkshop.cli.events.HopLine;
import dev.edaworkshop.cli.project.Project;
import dev.edaworkshop.cli.resident.Resident;
import java.time.ZoneId;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./lab events}: the journal of the running cloud. */
@Command(
        name = "events",
        description = "Show what happened to your events in the running cloud: every hop, and why.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./lab events            so far",
            "  ./lab events -f         so far, and as it happens, until Ctrl-C",
            "  ./lab events --json     one JSON object per line"
        })
public final class EventsCommand implements Runnable {
    private final Terminal terminal;
    private final Supplier<Project> project;

    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-f", "--follow"},
            description = "Keep printing as it happens.")
    private boolean follow;

    @Option(names = "--json", description = "Print one JSON object per line.")
    private boolean json;

    public EventsCommand(Terminal terminal, Supplier<Project> project) {
        this.terminal = terminal;
        this.project = project;
    }

    @Override
    public void run() {
        var console = new Console(spec.commandLine().getOut(), terminal);
        var errors = new Console(spec.commandLine().getErr(), terminal);
        Resident resident = Residents.require(project.get(), notice -> errors.marked(Mark.WARNING, notice));
        HopLine line = new HopLine(console.style(), terminal.width(), ZoneId.systemDefault());
        int[] printed = {0};
        new ControlClient(resident).journal(follow, hop -> {
            // Hops are numbered from 1, and the oldest ones go first.
            if (printed[0] == 0 && hop.number() > 1 && !json) {
                console.line("  (%,d older hops are no longer kept)".formatted(hop.number() - 1));
            }
            console.line(json ? HopJson.write(hop) : line.of(hop));
            printed[0]++;
        });
        if (printed[0] == 0 && !json) {
            console.paragraph("Nothing has happened yet. Publish something: ./lab run 1 playground");
        }
    }
}
