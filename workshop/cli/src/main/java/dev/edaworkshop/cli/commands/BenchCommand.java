package dev.edaworkshop.cli.commands;

import dev.edaworkshop.cli.build.Maven;
import dev.edaworkshop.cli.console.Console;
import dev.edaworkshop.cli.console.LabException;
import dev.edaworkshop.cli.console.Terminal;
import dev.edaworkshop.cli.project.Project;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./lab bench}: what the labs' own code costs. It is built when asked for: nothing else needs it. */
@Command(
        name = "bench",
        description = {"Measure what the labs' own code costs on this machine, and write a page with charts."},
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./lab bench              everything, briefly: some minutes",
            "  ./lab bench matching     one question",
            "  ./lab bench service      lab 5's service as a whole: its API, its pipeline, its import",
            "  ./lab bench --full       everything, for figures worth keeping: a quarter of an hour"
        })
public final class BenchCommand implements Callable<Integer> {
    /** Not code alone, but everything around it too: that needs a program of its own. */
    private static final String SERVICE = "service";

    private final Terminal terminal;
    private final Supplier<Project> project;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "Only benchmarks with this in their name.")
    private List<String> names = List.of();

    @Option(names = "--full", description = "Three processes each, and longer: figures worth keeping.")
    private boolean full;

    @Option(names = "--out", paramLabel = "FOLDER", description = "Where the page goes. Default: .lab/bench.")
    private @Nullable String out;

    @Option(names = "--machine", paramLabel = "NAME", description = "What this machine is called on the page.")
    private @Nullable String machine;

    @Option(names = "--requests", paramLabel = "N", description = "Of service: requests of each kind. Default: 2000.")
    private @Nullable Integer requests;

    @Option(names = "--rows", paramLabel = "N", description = "Of service: rows to import. Default: 10000.")
    private @Nullable Integer rows;

    public BenchCommand(Terminal terminal, Supplier<Project> project) {
        this.terminal = terminal;
        this.project = project;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path root = project.get().root();
        var console = new Console(spec.commandLine().getOut(), terminal);
        console.line("Building the benchmarks …");
        build(root);
        Process bench = new ProcessBuilder(program(root))
                .directory(root.toFile())
                .inheritIO()
                .start();
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(bench::destroy));
        return bench.waitFor();
    }

    /** What measures, as a process; package-private because what it is given must arrive whole. */
    List<String> program(Path root) {
        boolean service = names.equals(List.of(SERVICE));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", // DynamoDB Local loads SQLite
                "-cp",
                root.resolve("benchmarks/target/benchmarks.jar").toString(),
                service
                        ? "dev.edaworkshop.benchmarks.service.ServiceProgram"
                        : "dev.edaworkshop.benchmarks.micro.BenchProgram"));
        command.addAll(service ? List.of() : names);
        command.addAll(options());
        return command;
    }

    /** Those that were given; the program refuses what it does not know. */
    private List<String> options() {
        List<String> options = new ArrayList<>(full ? List.of("--full") : List.of());
        Map<String, Optional<?>> values = new LinkedHashMap<>();
        values.put("--out", Optional.ofNullable(out));
        values.put("--machine", Optional.ofNullable(machine));
        values.put("--requests", Optional.ofNullable(requests));
        values.put("--rows", Optional.ofNullable(rows));
        values.forEach((name, value) -> value.ifPresent(given -> options.add(name + "=" + given)));
        return options;
    }

    private static void build(Path root) throws IOException, InterruptedException {
        boolean windows =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
        Path maven = Maven.find(System.getenv(), windows)
                .orElseThrow(() -> new LabException(
                        "Maven was not found.", "The benchmarks are built with it.", "Run ./lab doctor."))
                .executable();
        Path log = root.resolve(".lab/bench-build.log");
        ProcessBuilder builder = new ProcessBuilder(
                        maven.toString(),
                        "-B",
                        "-q",
                        "-pl",
                        "benchmarks",
                        "-am",
                        "-Dmaven.test.skip=true",
                        "-P!workshop-static-analysis",
                        "package")
                .directory(root.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        if (builder.start().waitFor() != 0) {
            throw new LabException(
                    "The benchmarks do not build.", "The whole output is in %s.".formatted(log), "Mend what it names.");
        }
    }
}
