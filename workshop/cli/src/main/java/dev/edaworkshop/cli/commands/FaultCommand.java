package dev.edaworkshop.cli.commands;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.edaworkshop.cli.console.Console;
import dev.edaworkshop.cli.console.Json;
import dev.edaworkshop.cli.console.LabException;
import dev.edaworkshop.cli.console.Style.Mark;
import dev.edaworkshop.cli.console.Terminal;
import dev.edaworkshop.cli.control.ControlClient;
import dev.edaworkshop.cli.project.Project;
import java.util.function.Supplier;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./lab fault}: makes a function of the running cloud misbehave. */
@Command(
        name = "fault",
        description = "Make a function of the running cloud fail, slow or throttled, or list what is switched on.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./lab fault                        what is switched on",
            "  ./lab fault Inventory --fail 50%%   about every second invocation fails",
            "  ./lab fault Inventory --throttle   429 TooManyRequestsException",
            "  ./lab fault Inventory --slow 2s    every invocation takes two seconds longer",
            "  ./lab fault Inventory --off"
        })
public final class FaultCommand implements Runnable {
    private final Terminal terminal;
    private final Supplier<Project> project;

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "FUNCTION",
            defaultValue = "",
            description = "Its name, or the part of it that tells it from the others.")
    private String function;

    @ArgGroup
    private Kind kind = new Kind();

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Which invocations --fail chooses; the same seed chooses the same ones. Default: 1.")
    private long seed;

    public FaultCommand(Terminal terminal, Supplier<Project> project) {
        this.terminal = terminal;
        this.project = project;
    }

    @Override
    public void run() {
        String request = request();
        var console = new Console(spec.commandLine().getOut(), terminal);
        var errors = new Console(spec.commandLine().getErr(), terminal);
        var client = new ControlClient(Residents.require(project.get(), notice -> errors.marked(Mark.WARNING, notice)));
        JsonNode functions = client.ask("/fault", request);
        boolean anyFault = false;
        for (JsonNode one : functions) {
            String fault = one.path("fault").asText();
            if (!fault.isEmpty()) {
                anyFault = true;
                console.marked(Mark.WARNING, one.path("function").asText() + ": " + fault);
            }
        }
        if (!anyFault) {
            console.marked(Mark.GOOD, "No fault is switched on.");
        }
    }

    private String request() {
        ObjectNode request = Json.object().put("function", function).put("seed", seed);
        if (!kind.fail.isEmpty()) {
            request.put("fault", "fail").put("percent", percent(kind.fail));
        } else if (!kind.slow.isEmpty()) {
            request.put("fault", "slow").put("millis", Spans.parse(kind.slow).toMillis());
        } else if (kind.throttle) {
            request.put("fault", "throttle");
        } else if (kind.off) {
            request.put("fault", "off");
        }
        if (request.has("fault") == function.isEmpty()) {
            throw new LabException(
                    function.isEmpty()
                            ? "Which function shall that be?"
                            : "What shall go wrong with %s?".formatted(function),
                    "./lab fault needs both a function and a fault, or neither to list what is switched on.",
                    "For instance: ./lab fault Inventory --fail 50%");
        }
        return request.has("fault") ? request.toString() : "";
    }

    private static int percent(String text) {
        String digits = text.endsWith("%") ? text.substring(0, text.length() - 1) : text;
        int percent = digits.matches("\\d{1,3}") ? Integer.parseInt(digits) : 0;
        if (percent < 1 || percent > 100) {
            throw new LabException(
                    "“%s” is no percentage.".formatted(text), "It goes from 1% to 100%.", "For instance: --fail 50%");
        }
        return percent;
    }

    /** One at a time. */
    static final class Kind {
        @Option(names = "--fail", paramLabel = "PERCENT", description = "So many of its invocations fail.")
        private String fail = "";

        @Option(names = "--slow", paramLabel = "TIME", description = "Every invocation takes so much longer.")
        private String slow = "";

        @Option(names = "--throttle", description = "Every invocation is throttled.")
        private boolean throttle;

        @Option(names = "--off", description = "Everything is as it was.")
        private boolean off;
    }
}
