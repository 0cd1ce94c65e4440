package dev.edaworkshop.cli.commands;

import com.fasterxml.jackson.databind.JsonNode;
import dev.edaworkshop.cli.console.Console;
import dev.edaworkshop.cli.console.LabException;
import dev.edaworkshop.cli.console.Style.Mark;
import dev.edaworkshop.cli.console.Terminal;
import dev.edaworkshop.cli.control.ControlClient;
import dev.edaworkshop.cli.playground.JsonLines;
import dev.edaworkshop.cli.playground.PublishedEvents;
import dev.edaworkshop.cli.playground.Trial;
import dev.edaworkshop.cli.project.Project;
import dev.edaworkshop.localcloud.journal.Hop;
import dev.edaworkshop.localcloud.patterns.EventPattern;
import dev.edaworkshop.localcloud.patterns.FilterPolicy;
import dev.edaworkshop.localcloud.patterns.InvalidPatternException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./lab pattern}: tries a pattern without a cloud. */
@Command(
        name = "pattern",
        description = "Try an EventBridge event pattern or an SNS filter policy on events, offline, and see why not.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:every event matches", "1:at least one does not", "2:the pattern is refused, or wrong usage"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./lab pattern pattern.json --events events.jsonl",
            "  ./lab pattern '{\"category\":[\"toys\"]}' --filter-policy --scope body --journal",
            "  ./lab pattern policy.json --filter-policy --events -      events from the input"
        })
public final class PatternCommand implements Callable<Integer> {
    private static final int SHOWN_CHARS = 70;

    private final Terminal terminal;
    private final Supplier<Project> project;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "PATTERN", description = "JSON, or a file with it.")
    private String pattern;

    @Option(names = "--filter-policy", description = "It is a filter policy of SNS, not a pattern of EventBridge.")
    private boolean filterPolicy;

    @Option(
            names = "--scope",
            paramLabel = "SCOPE",
            defaultValue = "attributes",
            description = "What the filter policy looks at: attributes or body. Default: ${DEFAULT-VALUE}.")
    private String scope;

    @Option(
            names = "--events",
            paramLabel = "FILE",
            defaultValue = "-",
            description = "Events: JSON objects, an array of them, or one per line; - is the input, and the default.")
    private String events;

    @Option(names = "--journal", description = "The events that were published in the running lab.")
    private boolean journal;

    public PatternCommand(Terminal terminal, Supplier<Project> project) {
        this.terminal = terminal;
        this.project = project;
    }

    @Override
    public Integer call() {
        var console = new Console(spec.commandLine().getOut(), terminal);
        Trial trial = trial(text());
        List<JsonNode> tried = journal ? published() : JsonLines.read(events, System.in);
        int matching = 0;
        for (JsonNode event : tried) {
            Optional<String> whyNot = trial.whyNot(event);
            matching += whyNot.isEmpty() ? 1 : 0;
            console.marked(whyNot.isEmpty() ? Mark.GOOD : Mark.BAD, shown(event));
            whyNot.ifPresent(console::advice);
        }
        console.line("%d of %d events match.".formatted(matching, tried.size()));
        return matching == tried.size() ? 0 : 1;
    }

    private Trial trial(String json) {
        try {
            return filterPolicy ? Trial.of(FilterPolicy.parse(json, scope())) : Trial.of(EventPattern.parse(json));
        } catch (InvalidPatternException e) {
            throw new LabException(
                    filterPolicy
                            ? "Invalid parameter: " + e.parameterText()
                            : "Event pattern is not valid. Reason: " + e.text(),
                    e.place().map("Reading it ended at %s."::formatted).orElse("That is what AWS says about it."),
                    "Every value of a pattern is a list: {\"category\": [\"toys\"]}. Operators are objects in that list.",
                    e);
        }
    }

    private FilterPolicy.Scope scope() {
        return switch (scope) {
            case "attributes", "MessageAttributes" -> FilterPolicy.Scope.MESSAGE_ATTRIBUTES;
            case "body", "MessageBody" -> FilterPolicy.Scope.MESSAGE_BODY;
            default ->
                throw new LabException(
                        "A filter policy has no scope “%s”.".formatted(scope),
                        "It looks at the attributes of a message, or at its body.",
                        "Give --scope attributes or --scope body");
        };
    }

    private String text() {
        if (pattern.strip().startsWith("{")) {
            return pattern;
        }
        try {
            return Files.readString(Path.of(pattern));
        } catch (IOException | InvalidPathException e) {
            throw new LabException(
                    "The pattern %s cannot be read.".formatted(pattern),
                    String.valueOf(e),
                    "Give a file, or JSON between single quotes.",
                    e);
        }
    }

    private List<JsonNode> published() {
        var errors = new Console(spec.commandLine().getErr(), terminal);
        var client = new ControlClient(Residents.require(project.get(), notice -> errors.marked(Mark.WARNING, notice)));
        List<Hop> hops = new ArrayList<>();
        client.journal(false, hops::add);
        return PublishedEvents.in(hops);
    }

    private static String shown(JsonNode event) {
        String text = event.toString();
        return text.length() <= SHOWN_CHARS ? text : text.substring(0, SHOWN_CHARS - 1) + "…";
    }
}
