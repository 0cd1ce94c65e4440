package dev.edaworkshop.cli.doctor;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.edaworkshop.cli.console.Console;
import dev.edaworkshop.cli.console.Json;
import dev.edaworkshop.cli.console.Style.Mark;
import dev.edaworkshop.cli.console.Terminal;
import dev.edaworkshop.cli.project.Project;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./lab doctor}: ends with 0 unless something is missing without which the workshop does not work. */
@Command(
        name = "doctor",
        description = "Find out whether this machine has what the workshop needs, and how to get it.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./lab doctor           for people: what is there, what is missing, what to do",
            "  ./lab doctor --json    for programs: {\"ready\": true, \"findings\": [...]}"
        })
public final class DoctorCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Supplier<Machine> machine;

    @Spec
    private CommandSpec spec;

    @Option(names = "--json", description = "Print the findings as JSON.")
    private boolean json;

    /** @param project asked when the command runs */
    public static DoctorCommand of(Terminal terminal, Supplier<Project> project) {
        return new DoctorCommand(terminal, () -> new ThisMachine(project.get()));
    }

    DoctorCommand(Terminal terminal, Supplier<Machine> machine) {
        this.terminal = terminal;
        this.machine = machine;
    }

    @Override
    public Integer call() {
        List<Finding> findings = new Doctor(machine.get()).examine();
        boolean ready = findings.stream().noneMatch(finding -> finding.mark() == Mark.BAD);
        var console = new Console(spec.commandLine().getOut(), terminal);
        if (json) {
            console.line(Json.print(asJson(findings, ready)));
        } else {
            print(findings, ready, console);
        }
        return ready ? ExitCode.OK : ExitCode.USAGE;
    }

    private static void print(List<Finding> findings, boolean ready, Console console) {
        for (Finding finding : findings) {
            console.marked(finding.mark(), "%-8s %s".formatted(finding.subject(), finding.seen()));
            finding.fix().ifPresent(console::advice);
        }
        console.line();
        console.paragraph(
                ready
                        ? "Ready. Next: ./lab start 1, and read guide/README.md."
                        : "Not ready yet: mend what is marked with ✗, then run ./lab doctor again.");
    }

    private static ObjectNode asJson(List<Finding> findings, boolean ready) {
        ObjectNode json = Json.object().put("ready", ready);
        ArrayNode array = json.putArray("findings");
        for (Finding finding : findings) {
            ObjectNode entry = array.addObject()
                    .put("subject", finding.subject())
                    .put("state", state(finding.mark()))
                    .put("seen", finding.seen());
            finding.fix().ifPresent(fix -> entry.put("fix", fix));
        }
        return json;
    }

    private static String state(Mark mark) {
        return switch (mark) {
            case GOOD -> "good";
            case WARNING -> "warning";
            case BAD -> "bad";
        };
    }
}
