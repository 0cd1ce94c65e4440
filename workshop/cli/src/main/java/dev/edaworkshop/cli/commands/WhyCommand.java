package dev.edaworkshop.cli.commands;

import dev.edaworkshop.cli.console.Console;
import dev.edaworkshop.cli.console.LabException;
import dev.edaworkshop.cli.console.Style.Mark;
import dev.edaworkshop.cli.console.Terminal;
import dev.edaworkshop.cli.control.ControlClient;
import dev.edaworkshop.cli.events.StuckWords;
import dev.edaworkshop.cli.project.Project;
import dev.edaworkshop.localcloud.journal.Hop;
import dev.edaworkshop.localcloud.journal.WhyNot;
import dev.edaworkshop.localcloud.journal.WhyNot.State;
import dev.edaworkshop.localcloud.journal.WhyNot.Stuck;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./lab why}: why an event did not arrive. */
@Command(
        name = "why",
        description = "Say why an event did not arrive: filtered out, denied, nobody subscribed, still waiting, …",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./lab why               the event that got stuck last",
            "  ./lab why 3f2a91c4      by the beginning of its id, as ./lab events shows it",
            "  ./lab why --json"
        })
public final class WhyCommand implements Runnable {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());

    private final Terminal terminal;
    private final Supplier<Project> project;

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "EVENT-ID",
            defaultValue = "",
            description = "Its id, or the beginning of it. Default: the event that got stuck last.")
    private String eventId;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    public WhyCommand(Terminal terminal, Supplier<Project> project) {
        this.terminal = terminal;
        this.project = project;
    }

    @Override
    public void run() {
        var console = new Console(spec.commandLine().getOut(), terminal);
        var errors = new Console(spec.commandLine().getErr(), terminal);
        var client = new ControlClient(Residents.require(project.get(), notice -> errors.marked(Mark.WARNING, notice)));
        List<Hop> hops = new ArrayList<>();
        client.journal(false, hops::add);
        WhyNot whyNot = new WhyNot(hops);
        Optional<String> event = eventId.isEmpty() ? whyNot.latest() : Optional.of(meant(whyNot));
        List<Stuck> stuck = event.map(whyNot::stuck)
                .orElseGet(
                        () -> whyNot.deniedCalls().reversed().stream().limit(1).toList());
        if (json) {
            console.line(StuckWords.json(event.orElse(""), stuck));
        } else {
            print(console, whyNot, event, stuck);
        }
    }

    private static void print(Console console, WhyNot whyNot, Optional<String> event, List<Stuck> stuck) {
        event.ifPresent(id -> console.line("Event %s%s"
                .formatted(
                        console.style().bold(id),
                        whyNot.began(id)
                                .map(began -> " of " + TIME.format(began))
                                .orElse(""))));
        boolean arrived = event.filter(whyNot::arrivedSomewhere).isPresent();
        if (stuck.isEmpty()) {
            console.marked(
                    Mark.GOOD,
                    event.isPresent()
                            ? "It got everywhere it was handed to. Somebody who should have heard of it is not subscribed?"
                            : "Nothing got stuck so far: every event was delivered and handled.");
        }
        stuck.stream()
                .collect(Collectors.groupingBy(StuckWords::advice, LinkedHashMap::new, Collectors.toList()))
                .forEach((advice, ones) -> {
                    ones.forEach(one -> console.marked(
                            isTrouble(one.state(), arrived) ? Mark.BAD : Mark.WARNING, StuckWords.of(one)));
                    console.advice(advice);
                });
    }

    /** What one subscriber filters out and another one gets may be just what was meant. */
    private static boolean isTrouble(State state, boolean arrived) {
        return state == State.FILTERED ? !arrived : state.isTrouble();
    }

    private String meant(WhyNot whyNot) {
        List<String> ids = whyNot.events(eventId);
        if (ids.isEmpty()) {
            throw new LabException(
                    "No event of the running lab has an id that begins with %s.".formatted(eventId),
                    "The journal knows %d events.".formatted(whyNot.events("").size()),
                    "See their ids with ./lab events");
        }
        if (ids.size() > 1 && !ids.contains(eventId)) {
            throw new LabException(
                    "More than one event has an id that begins with %s.".formatted(eventId),
                    String.join(", ", ids),
                    "Give more of it.");
        }
        return ids.contains(eventId) ? eventId : ids.getFirst();
    }
}
