package dev.edaworkshop.cli;

import dev.edaworkshop.cli.console.Console;
import dev.edaworkshop.cli.console.Style.Mark;
import dev.edaworkshop.cli.console.Terminal;
import dev.edaworkshop.cli.keep.Keeper;
import dev.edaworkshop.cli.project.Project;
import java.time.InstantSource;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/** Before a command runs: if an earlier one was interrupted while it changed the labs' files, puts them back. */
final class Interrupted implements IExecutionStrategy {
    /** These have to work also where nothing else does. */
    private static final Set<String> WITHOUT_PROJECT = Set.of("lab", "doctor", "train", "cloud");

    private final Terminal terminal;
    private final Supplier<Project> project;

    Interrupted(Terminal terminal, Supplier<Project> project) {
        this.terminal = new Terminal(false, terminal.width());
        this.project = project;
    }

    @Override
    public int execute(ParseResult parsed) {
        ParseResult last = parsed;
        while (last.subcommand() != null) {
            last = last.subcommand();
        }
        boolean asksForHelp = last.isUsageHelpRequested() || parsed.isVersionHelpRequested();
        if (!asksForHelp && !WITHOUT_PROJECT.contains(last.commandSpec().name())) {
            var errors = new Console(parsed.commandSpec().commandLine().getErr(), terminal);
            Project here = project.get();
            new Keeper(
                            here.root(),
                            here.stateFolder(),
                            InstantSource.system(),
                            notice -> errors.marked(Mark.WARNING, notice))
                    .recoverIfInterrupted();
        }
        return new RunLast().execute(parsed);
    }
}
