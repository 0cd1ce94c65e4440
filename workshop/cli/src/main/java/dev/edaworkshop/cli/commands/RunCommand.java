package dev.edaworkshop.cli.commands;

import dev.edaworkshop.cli.console.Console;
import dev.edaworkshop.cli.console.LabException;
import dev.edaworkshop.cli.console.Style.Mark;
import dev.edaworkshop.cli.console.Terminal;
import dev.edaworkshop.cli.control.ControlClient;
import dev.edaworkshop.cli.project.Lab;
import dev.edaworkshop.cli.project.Project;
import dev.edaworkshop.cli.resident.Resident;
import dev.edaworkshop.localcloud.LocalCloud;
import dev.edaworkshop.testkit.build.LabProject;
import dev.edaworkshop.testkit.exercises.Exercises;
import dev.edaworkshop.testkit.run.LabProgram;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./lab run}: one of a lab's own programs, connected to the running cloud. */
@Command(
        name = "run",
        description = "Run a program of a lab, such as its worker, against the running cloud.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./lab run 1 worker",
            "  ./lab run 1 playground \"Wooden boat\"",
            "  ./lab run 1 reservations --warehouse north",
            "  ./lab run 4 redrive --help"
        })
public final class RunCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Supplier<Project> project;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "LAB", description = "1, lab1 or lab1-pubsub.")
    private String lab;

    @Parameters(
            index = "1",
            paramLabel = "PROGRAM",
            description = "For lab 1: worker, playground, till, shed, reservations, dry-run.")
    private String program;

    @Parameters(index = "2..*", paramLabel = "ARGUMENT", description = "What the program gets, options too.")
    private List<String> arguments = List.of();

    /** The command, told that everything after the lab's name is for the program, whatever it looks like. */
    public static CommandLine of(Terminal terminal, Supplier<Project> project) {
        return new CommandLine(new RunCommand(terminal, project)).setStopAtPositional(true);
    }

    private RunCommand(Terminal terminal, Supplier<Project> project) {
        this.terminal = terminal;
        this.project = project;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Lab wanted = project.get().lab(lab);
        String mainClass = mainClass(wanted);
        var errors = new Console(spec.commandLine().getErr(), terminal);
        Resident resident = Residents.require(project.get(), notice -> errors.marked(Mark.WARNING, notice));
        ControlClient cloud = new ControlClient(resident);
        Process process = LabProgram.process(
                        LabProject.open(wanted.starter()),
                        mainClass,
                        arguments,
                        cloud.outputs(),
                        cloud.endpoint(),
                        LocalCloud.REGION,
                        "local")
                .inheritIO()
                .start();
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(process::destroy));
        return process.waitFor();
    }

    private String mainClass(Lab wanted) {
        Map<String, String> programs = Exercises.of(wanted.solution()).lab().programs();
        String mainClass = programs.get(program);
        if (mainClass == null) {
            throw new LabException(
                    "There is no program “%s” in %s.".formatted(program, wanted.folderName()),
                    "It has: " + String.join(", ", new TreeSet<>(programs.keySet())) + ".",
                    "For instance: ./lab run %s %s".formatted(lab, new TreeSet<>(programs.keySet()).getFirst()));
        }
        return mainClass;
    }
}
