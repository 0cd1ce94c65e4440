package dev.edaworkshop.cli.commands;

import dev.edaworkshop.cli.bench.LoopBenchmark;
import dev.edaworkshop.cli.console.Console;
import dev.edaworkshop.cli.console.Terminal;
import dev.edaworkshop.cli.project.Project;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./lab bench-loop}: measures the feedback loop on this machine, on a copy of lab 1. */
@Command(
        name = "bench-loop",
        hidden = true,
        description = "Measure how long saves, checks and help take on this machine, compared to Maven.")
public final class BenchLoopCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Supplier<Project> project;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "20",
            description = "Rounds of each kind. Default: ${DEFAULT-VALUE}.")
    private int rounds;

    public BenchLoopCommand(Terminal terminal, Supplier<Project> project) {
        this.terminal = terminal;
        this.project = project;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        var console = new Console(spec.commandLine().getOut(), terminal);
        new LoopBenchmark(project.get().root(), project.get().lab("1"), rounds, console).run();
        return 0;
    }
}
