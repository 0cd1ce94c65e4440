package dev.edaworkshop.cli.commands;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.edaworkshop.cli.console.Console;
import dev.edaworkshop.cli.console.Json;
import dev.edaworkshop.cli.console.LabException;
import dev.edaworkshop.cli.console.Style.Mark;
import dev.edaworkshop.cli.console.Terminal;
import dev.edaworkshop.cli.control.ControlClient;
import dev.edaworkshop.cli.events.HopLine;
import dev.edaworkshop.cli.project.Project;
import dev.edaworkshop.localcloud.journal.Hop;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./lab time}: the clock of the running cloud. */
@Command(
        name = "time",
        description = "Show the running cloud's time and what is due, or move it forward: retries without waiting.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./lab time             what is due, and when",
            "  ./lab time +2m         two minutes later",
            "  ./lab time --next      when the next thing is due"
        })
public final class TimeCommand implements Runnable {
    private static final int MOST_DUE = 10;
    private static final int MOST_HOPS = 20;
    private static final DateTimeFormatter AS_PEOPLE_READ_IT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());

    private final Terminal terminal;
    private final Supplier<Project> project;

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "+TIME",
            defaultValue = "",
            description = "Such as +30s, +2m, +1h30m, +1d.")
    private String by;

    @Option(names = "--next", description = "Move to the next thing that is due.")
    private boolean next;

    public TimeCommand(Terminal terminal, Supplier<Project> project) {
        this.terminal = terminal;
        this.project = project;
    }

    @Override
    public void run() {
        ObjectNode wanted = Json.object();
        if (next) {
            wanted.put("next", true);
        } else if (!by.isEmpty()) {
            wanted.put("advance", Spans.parse(by).toString());
        }
        if (next && !by.isEmpty()) {
            throw new LabException(
                    "Both %s and --next are given.".formatted(by), "They move the same clock.", "Give one of them.");
        }
        var console = new Console(spec.commandLine().getOut(), terminal);
        var errors = new Console(spec.commandLine().getErr(), terminal);
        var client = new ControlClient(Residents.require(project.get(), notice -> errors.marked(Mark.WARNING, notice)));
        JsonNode answer = client.ask("/time", wanted.isEmpty() ? "" : wanted.toString());
        print(console, answer);
        if (!wanted.isEmpty()) {
            printHops(console, client, answer.path("lastHop").asLong());
        }
    }

    private static void print(Console console, JsonNode answer) {
        Instant now = Instant.parse(answer.path("now").asText());
        Duration ahead = Duration.ofSeconds(answer.path("aheadSeconds").asLong());
        console.line("The cloud's time is %s%s"
                .formatted(
                        AS_PEOPLE_READ_IT.format(now),
                        ahead.isZero() ? "." : ", %s ahead of yours.".formatted(Spans.inWords(ahead))));
        answer.path("happened")
                .forEach(timer -> console.marked(Mark.GOOD, timer.path("what").asText()));
        JsonNode due = answer.path("due");
        console.line(due.isEmpty() ? "Nothing is due." : "Due:");
        for (int i = 0; i < Math.min(MOST_DUE, due.size()); i++) {
            JsonNode timer = due.path(i);
            Duration in = Duration.between(now, Instant.parse(timer.path("at").asText()));
            console.line("  in %-10s %s"
                    .formatted(Spans.inWords(in), timer.path("what").asText()));
        }
        if (due.size() > MOST_DUE) {
            console.line("  … and %d more".formatted(due.size() - MOST_DUE));
        }
    }

    private void printHops(Console console, ControlClient client, long after) {
        HopLine line = new HopLine(console.style(), terminal.width(), ZoneId.systemDefault());
        List<Hop> hops = new ArrayList<>();
        client.journal(false, hop -> {
            if (hop.number() > after) {
                hops.add(hop);
            }
        });
        hops.stream().limit(MOST_HOPS).map(line::of).forEach(console::line);
        if (hops.size() > MOST_HOPS) {
            console.advice("and %d more: ./lab events".formatted(hops.size() - MOST_HOPS));
        }
    }
}
