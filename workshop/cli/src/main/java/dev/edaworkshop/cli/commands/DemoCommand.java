package dev.edaworkshop.cli.commands;

import dev.edaworkshop.cli.cloud.Troubles;
import dev.edaworkshop.cli.console.Console;
import dev.edaworkshop.cli.console.Style.Mark;
import dev.edaworkshop.cli.console.Terminal;
import dev.edaworkshop.cli.project.Lab;
import dev.edaworkshop.cli.project.Project;
import dev.edaworkshop.localcloud.LocalCloud;
import dev.edaworkshop.localcloud.cloudformation.CloudAssembly;
import dev.edaworkshop.testkit.Red;
import dev.edaworkshop.testkit.exercises.DemoScenario;
import dev.edaworkshop.testkit.exercises.Exercises;
import dev.edaworkshop.testkit.run.Demo;
import dev.edaworkshop.testkit.run.DemoReceipt;
import dev.edaworkshop.testkit.run.DemoReceipt.FactReceipt;
import dev.edaworkshop.testkit.run.DemoReceipt.ReceiverReceipt;
import dev.edaworkshop.testkit.run.LabAssembler;
import dev.edaworkshop.testkit.run.LabPrograms;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./lab demo}: a lab's solution at work, start to end, without anybody typing anything. */
@Command(
        name = "demo",
        description = {
            "Deploy the solution of a lab, send the shop's sample events through it, and print who received what.",
            "Exit code 0 only if every expected delivery happened, and no other."
        },
        footerHeading = "%nExamples:%n",
        footer = "  ./lab demo 1")
public final class DemoCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Supplier<Project> project;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "LAB", description = "1, lab1 or lab1-pubsub.")
    private String lab;

    public DemoCommand(Terminal terminal, Supplier<Project> project) {
        this.terminal = terminal;
        this.project = project;
    }

    @Override
    public Integer call() {
        Lab wanted = project.get().lab(lab);
        var console = new Console(spec.commandLine().getOut(), terminal);
        DemoScenario scenario = DemoScenario.of(wanted.solution());
        console.line(console.style().bold(scenario.title()));
        console.line("Deploying the solution of %s to a local cloud …".formatted(wanted.folderName()));
        String folder = "solutions/" + wanted.folderName();
        try (LabAssembler assembler = Troubles.explained(folder, () -> LabAssembler.open(wanted.solution()));
                LocalCloud cloud = LocalCloud.start(0)) {
            CloudAssembly assembly = Troubles.explained(folder, assembler::assemble);
            long start = System.nanoTime();
            DemoReceipt receipt = Troubles.explained(
                    folder,
                    () -> Demo.play(
                            scenario,
                            cloud,
                            assembly,
                            LabPrograms.of(
                                    assembler.lab(),
                                    Exercises.of(wanted.solution()).lab()),
                            done -> {}));
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            console.line(
                    "Did the %d steps of its day.".formatted(scenario.steps().size()));
            receipt.facts().forEach(fact -> print(fact, console));
            return conclude(receipt, took, console);
        } catch (Red red) {
            console.line("");
            console.marked(Mark.BAD, "The demo came to an end: " + red.observed());
            return ExitCode.SOFTWARE;
        }
    }

    private static void print(FactReceipt fact, Console console) {
        console.line("");
        Mark mark = fact.published() == fact.expected() ? Mark.GOOD : Mark.BAD;
        console.marked(
                mark,
                "%-24s %4d published%s"
                        .formatted(
                                fact.fact(),
                                fact.published(),
                                mark == Mark.BAD ? ", expected " + fact.expected() : ""));
        for (ReceiverReceipt receiver : fact.receivers()) {
            console.line("  %s %-22s %4d received%s"
                    .formatted(
                            console.style().mark(receiver.isAsExpected() ? Mark.GOOD : Mark.BAD),
                            receiver.name(),
                            receiver.received(),
                            remark(receiver)));
        }
    }

    private static String remark(ReceiverReceipt receiver) {
        if (receiver.received() != receiver.expected()) {
            return ", expected " + receiver.expected();
        }
        if (receiver.twice() > 0) {
            return ", %d of them twice".formatted(receiver.twice());
        }
        return receiver.because().isEmpty() ? "" : ": " + receiver.because();
    }

    private static int conclude(DemoReceipt receipt, Duration took, Console console) {
        console.line("");
        receipt.troubles().forEach(trouble -> console.marked(Mark.WARNING, trouble));
        if (receipt.isAsExpected()) {
            console.marked(
                    Mark.GOOD,
                    "All %d deliveries happened, each once, and none that should not (%.1f s)."
                            .formatted(receipt.deliveries(), took.toMillis() / 1000.0));
            return ExitCode.OK;
        }
        console.marked(Mark.BAD, "Not everything arrived where it should have: see the lines marked ✗.");
        return ExitCode.SOFTWARE;
    }
}
