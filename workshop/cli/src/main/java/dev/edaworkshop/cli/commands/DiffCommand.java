package dev.edaworkshop.cli.commands;

import dev.edaworkshop.cli.cloud.Troubles;
import dev.edaworkshop.cli.compare.CodeDiff;
import dev.edaworkshop.cli.compare.EventsDiff;
import dev.edaworkshop.cli.compare.EventsDiff.Station;
import dev.edaworkshop.cli.compare.LabCode;
import dev.edaworkshop.cli.compare.TemplateDiff;
import dev.edaworkshop.cli.compare.TemplateDiff.Difference;
import dev.edaworkshop.cli.console.Console;
import dev.edaworkshop.cli.console.LabException;
import dev.edaworkshop.cli.console.Style.Mark;
import dev.edaworkshop.cli.console.Terminal;
import dev.edaworkshop.cli.project.Lab;
import dev.edaworkshop.cli.project.Project;
import dev.edaworkshop.localcloud.LocalCloud;
import dev.edaworkshop.localcloud.cloudformation.CloudAssembly;
import dev.edaworkshop.testkit.build.LabProject;
import dev.edaworkshop.testkit.exercises.DemoScenario;
import dev.edaworkshop.testkit.exercises.Exercises;
import dev.edaworkshop.testkit.exercises.LabCard;
import dev.edaworkshop.testkit.exercises.LabFiles;
import dev.edaworkshop.testkit.run.LabAssembler;
import dev.edaworkshop.testkit.run.LabPrograms;
import dev.edaworkshop.testkit.run.Stimuli;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./lab diff}: what an attendee wrote, beside the solution. */
@Command(
        name = "diff",
        description = {
            "Compare your lab with the solution: the code, the resources, or what becomes of the same events.",
            "Code stands side by side where the window has at least 140 columns. Nothing is changed."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./lab diff 1.2             the code of one exercise",
            "  ./lab diff 1               every file of lab 1",
            "  ./lab diff 1 --template    which resources the two stacks have",
            "  ./lab diff 1 --events      who gets how many of the same events"
        })
public final class DiffCommand implements Runnable {
    private final Terminal terminal;
    private final Supplier<Project> project;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "LAB|EXERCISE", description = "1, lab1-pubsub, 1.2 or 1.2-name-the-fact.")
    private String what;

    @Option(names = "--template", description = "Synthesize both stacks and compare their resources.")
    private boolean template;

    @Option(names = "--events", description = "Send the lab's sample events through both and compare the journals.")
    private boolean events;

    public DiffCommand(Terminal terminal, Supplier<Project> project) {
        this.terminal = terminal;
        this.project = project;
    }

    @Override
    public void run() {
        if (template && events) {
            throw new LabException(
                    "--template and --events are two comparisons.", "You asked for both.", "Ask for one at a time.");
        }
        Choice choice = Choice.parse(project.get(), List.of(what)).getFirst();
        var console = new Console(spec.commandLine().getOut(), terminal);
        if (template) {
            templates(choice.lab(), console);
        } else if (events) {
            events(choice.lab(), console);
        } else {
            code(choice, terminal, console);
        }
    }

    static void code(Choice choice, Terminal terminal, Console console) {
        try {
            var code =
                    new LabCode(choice.lab().starter(), LabFiles.of(choice.lab().solution()), new CodeDiff(terminal));
            LabCode.Comparison comparison = choice.whole() ? code.all() : code.of(choice.exercises());
            comparison.lines().forEach(console::line);
            comparison.remarks().forEach(remark -> console.marked(Mark.WARNING, remark));
            if (comparison.lines().isEmpty() && comparison.remarks().isEmpty()) {
                console.marked(Mark.GOOD, "Your code of %s is the solution's.".formatted(choice.inWords()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void templates(Lab lab, Console console) {
        String mine = template(assemble(lab.folderName(), lab.starter()));
        String solution = template(assemble("solutions/" + lab.folderName(), lab.solution()));
        List<Difference> differences = TemplateDiff.of(mine, solution);
        for (Difference difference : differences) {
            switch (difference) {
                case Difference.OnlyMine one ->
                    console.line("+ only yours        %s %s".formatted(one.type(), one.resource()));
                case Difference.OnlySolution one ->
                    console.line("- only the solution %s %s".formatted(one.type(), one.resource()));
                case Difference.Changed one -> {
                    console.line("~ differs           %s %s: %s".formatted(one.type(), one.resource(), one.property()));
                    console.paragraph("      yours:    " + orNothing(one.mine()));
                    console.paragraph("      solution: " + orNothing(one.solution()));
                }
            }
        }
        if (differences.isEmpty()) {
            console.marked(Mark.GOOD, "Both stacks have the same resources with the same properties.");
        }
    }

    private static String orNothing(String value) {
        return value.isEmpty() ? "(not set)" : value;
    }

    private static String template(CloudAssembly assembly) {
        return assembly.stacks().getFirst().template();
    }

    private static void events(Lab lab, Console console) {
        DemoScenario scenario = DemoScenario.of(lab.solution());
        console.line("Doing the %d steps of “%s” in both …"
                .formatted(scenario.steps().size(), scenario.title()));
        try (LocalCloud cloud = LocalCloud.start(0)) {
            LabCard card = Exercises.of(lab.solution()).lab();
            Stimuli mine = play(lab.folderName(), lab.starter(), scenario, cloud, card);
            Stimuli solution = play("solutions/" + lab.folderName(), lab.solution(), scenario, cloud, card);
            mine.failures().forEach(failure -> console.marked(Mark.WARNING, "In yours: " + failure));
            print(new EventsDiff(mine.journal(), solution.journal()), console);
        }
    }

    private static void print(EventsDiff diff, Console console) {
        console.line("  %-58s %8s %9s".formatted("", "yours", "solution"));
        for (Station station : diff.stations()) {
            console.line("%s %-58s %8d %9d"
                    .formatted(
                            console.style().mark(station.isSame() ? Mark.GOOD : Mark.BAD),
                            station.verb() + " " + station.name(),
                            station.mine(),
                            station.solution()));
        }
        console.line();
        Optional<String> first = diff.firstDifference();
        if (first.isPresent()) {
            console.paragraph("The first difference. " + first.get());
        } else {
            console.marked(Mark.GOOD, "Every event fared the same in both.");
        }
    }

    private static Stimuli play(String name, Path folder, DemoScenario scenario, LocalCloud cloud, LabCard card) {
        CloudAssembly assembly = assemble(name, folder);
        LabPrograms programs = LabPrograms.of(LabProject.open(folder), card);
        return Troubles.explained(name, () -> Stimuli.play(scenario, cloud, assembly, programs));
    }

    private static CloudAssembly assemble(String name, Path folder) {
        try (LabAssembler assembler = Troubles.explained(name, () -> LabAssembler.open(folder))) {
            return Troubles.explained(name, assembler::assemble);
        }
    }
}
