package dev.edaworkshop.benchmarks.micro;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs the benchmarks and writes a page about them. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        header = "What does the labs' own code cost on this machine?%n",
        description = "Measures with JMH, time and allocated bytes, and writes a page with charts.",
        footerHeading = "%nBenchmarks:%n")
public final class BenchProgram implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "Only benchmarks with this in their name. Default: all.")
    private List<String> names = List.of();

    @Option(
            names = "--full",
            description =
                    "Three processes with five seconds of warm-up and five of measuring each. Without it, one process and"
                            + " two seconds each, which shows the order of magnitude.")
    private boolean full;

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            defaultValue = ".lab/bench",
            description = "Where the page goes: README.md and its charts. Default: ${DEFAULT-VALUE}.")
    private Path out;

    @Option(names = "--machine", paramLabel = "NAME", description = "What this machine is called on the page.")
    private String machine = "this machine";

    private BenchProgram() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        CommandLine bench = new CommandLine(new BenchProgram());
        bench.getCommandSpec()
                .usageMessage()
                .footer(Subject.all().stream()
                        .map(subject -> "  %-14s %s".formatted(subject.name(), subject.question()))
                        .toArray(String[]::new));
        return bench;
    }

    @Override
    public Integer call() throws Exception {
        List<Subject> wanted =
                Subject.all().stream().filter(subject -> subject.isMeant(names)).toList();
        if (wanted.isEmpty()) {
            spec.commandLine()
                    .getErr()
                    .printf("No benchmark has %s in its name. %s%n", String.join(" or ", names), known());
            return CommandLine.ExitCode.USAGE;
        }
        PrintWriter progress = spec.commandLine().getOut();
        Collection<RunResult> results = new Runner(options(wanted).build(), new Progress(progress, full)).run();
        Page page = Page.of(results, machine, full);
        page.write(out);
        progress.printf("%n%s%nThe page is %s.%n", page.summary(), out.resolve("README.md"));
        return CommandLine.ExitCode.OK;
    }

    private static String known() {
        return "There are: " + Subject.all().stream().map(Subject::name).collect(Collectors.joining(", ", "", "."));
    }

    private ChainedOptionsBuilder options(List<Subject> wanted) {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .addProfiler(GCProfiler.class)
                .forks(full ? 3 : 1)
                .warmupIterations(full ? 5 : 2)
                .warmupTime(full ? TimeValue.seconds(1) : TimeValue.milliseconds(500))
                .measurementIterations(full ? 5 : 4)
                .measurementTime(full ? TimeValue.seconds(1) : TimeValue.milliseconds(250))
                .shouldFailOnError(true);
        wanted.forEach(subject -> options.include(Pattern.quote(subject.className()) + "[.].*"));
        return options;
    }
}
