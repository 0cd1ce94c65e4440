package dev.edaworkshop.cli;

import dev.edaworkshop.cli.build.BuildState;
import dev.edaworkshop.cli.commands.BenchCommand;
import dev.edaworkshop.cli.commands.BenchLoopCommand;
import dev.edaworkshop.cli.commands.CheckCommand;
import dev.edaworkshop.cli.commands.CloudCommand;
import dev.edaworkshop.cli.commands.DemoCommand;
import dev.edaworkshop.cli.commands.DiffCommand;
import dev.edaworkshop.cli.commands.EventsCommand;
import dev.edaworkshop.cli.commands.FaultCommand;
import dev.edaworkshop.cli.commands.HintCommand;
import dev.edaworkshop.cli.commands.LogsCommand;
import dev.edaworkshop.cli.commands.NewCommand;
import dev.edaworkshop.cli.commands.PatternCommand;
import dev.edaworkshop.cli.commands.ProfileCommand;
import dev.edaworkshop.cli.commands.ResetCommand;
import dev.edaworkshop.cli.commands.RunCommand;
import dev.edaworkshop.cli.commands.SendCommand;
import dev.edaworkshop.cli.commands.SolveCommand;
import dev.edaworkshop.cli.commands.StartCommand;
import dev.edaworkshop.cli.commands.TimeCommand;
import dev.edaworkshop.cli.commands.UndoCommand;
import dev.edaworkshop.cli.commands.WatchCommand;
import dev.edaworkshop.cli.commands.WhyCommand;
import dev.edaworkshop.cli.console.Terminal;
import dev.edaworkshop.cli.doctor.DoctorCommand;
import dev.edaworkshop.cli.project.Project;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The root of {@code ./lab}: start here. Each subcommand is a class of its own. */
@Command(
        name = "lab",
        versionProvider = LabVersion.class,
        header = "Event-driven architecture on AWS: the workshop's command.%n",
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:red: an exercise or a demo is not as it should be",
            "2:wrong usage, or something is missing on this machine"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./lab doctor             is everything here that the workshop needs?",
            "  ./lab start 1            lab 1 in the local cloud, in a terminal of its own",
            "  ./lab watch 1            a verdict after each save",
            "  ./lab check 1.2          is exercise 1.2 solved?",
            "  ./lab COMMAND --help     more about one command",
            "",
            "The guide begins in guide/README.md."
        })
public final class LabCommand implements Runnable {
    /** Tells lab.cmd, which asked for it, that sources are newer than the build; the shell script looks by itself. */
    static final int EXIT_STALE = 75;

    private static final int HELP_WIDTH = 100;

    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help.")
    @SuppressWarnings("UnusedVariable") // picocli answers it by itself
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the versions of the workshop and of Java.")
    @SuppressWarnings("UnusedVariable") // picocli answers it by itself
    private boolean version;

    @Option(names = "--verbose", scope = ScopeType.INHERIT, description = "Show stack traces of errors.")
    private boolean verbose;

    LabCommand() {}

    public static void main(String[] arguments) {
        Path here = Path.of("");
        Optional<Path> launchedFrom =
                Optional.ofNullable(System.getProperty("lab.root")).map(Path::of);
        if (launchedFrom.isPresent() && System.getenv("LAB_EXIT_IF_STALE") != null) {
            if (BuildState.of(launchedFrom.get().normalize()) instanceof BuildState.OutOfDate) {
                System.exit(EXIT_STALE);
            }
        }
        CommandLine lab = commandLine(Terminal.detect(), () -> Project.find(launchedFrom, here));
        lab.setOut(Terminal.writer(System.out));
        lab.setErr(Terminal.writer(System.err));
        System.exit(lab.execute(arguments));
    }

    /**
     * Puts the command together.
     *
     * @param project asked only by commands that need one, so that help and version work anywhere
     */
    static CommandLine commandLine(Terminal terminal, Supplier<Project> project) {
        var lab = new CommandLine(new LabCommand())
                .addSubcommand(new StartCommand(terminal, project))
                .addSubcommand(new CheckCommand(terminal, project))
                .addSubcommand(new WatchCommand(terminal, project))
                .addSubcommand(new ListCommand(terminal, project))
                .addSubcommand(new HintCommand(terminal, project))
                .addSubcommand(new DiffCommand(terminal, project))
                .addSubcommand(new SolveCommand(terminal, project))
                .addSubcommand(new ResetCommand(terminal, project))
                .addSubcommand(new UndoCommand(terminal, project))
                .addSubcommand(new EventsCommand(terminal, project))
                .addSubcommand(new LogsCommand(terminal, project))
                .addSubcommand(new WhyCommand(terminal, project))
                .addSubcommand(new SendCommand(terminal, project))
                .addSubcommand(new PatternCommand(terminal, project))
                .addSubcommand(new TimeCommand(terminal, project))
                .addSubcommand(new FaultCommand(terminal, project))
                .addSubcommand(RunCommand.of(terminal, project))
                .addSubcommand(new DemoCommand(terminal, project))
                .addSubcommand(new CloudCommand(terminal, project))
                .addSubcommand(new NewCommand(terminal, project))
                .addSubcommand(new BenchCommand(terminal, project))
                .addSubcommand(new ProfileCommand(terminal, project))
                .addSubcommand(new BenchLoopCommand(terminal, project))
                .addSubcommand(DoctorCommand.of(terminal, project))
                .addSubcommand(new TrainCommand(terminal, project));
        var failures = new Failures(terminal, project);
        return lab.setColorScheme(CommandLine.Help.defaultColorScheme(terminal.colours() ? Ansi.ON : Ansi.OFF))
                .setUsageHelpWidth(Math.min(HELP_WIDTH, Math.max(terminal.width(), 55)))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionStrategy(new Interrupted(terminal, project))
                .setExecutionExceptionHandler(failures)
                .setParameterExceptionHandler(failures);
    }

    boolean verbose() {
        return verbose;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
