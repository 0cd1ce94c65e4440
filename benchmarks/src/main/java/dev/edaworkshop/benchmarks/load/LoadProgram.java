package dev.edaworkshop.benchmarks.load;

import java.io.PrintWriter;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Loads an emulator of AWS and prints what it carries.
 *
 * <p>Absolute figures move with the machine; each is therefore compared with a plain HTTP echo of the same run.
 */
@Command(
        name = "load",
        mixinStandardHelpOptions = true,
        header = "How much does an emulator of AWS carry on this machine?%n",
        description = {
            "Starts an emulator, or takes the one at --endpoint, and asks one question after the other.",
            "Client and emulator share the machine. Send load to 127.0.0.1 only."
        },
        footerHeading = "%nQuestions:%n")
public final class LoadProgram implements Callable<Integer> {
    private static final int ECHO_REQUESTS = 8000;
    private static final long SETTLE_NANOS = 3_000_000_000L;

    @Spec
    private CommandSpec spec;

    @Option(names = "--endpoint", paramLabel = "URL", description = "An emulator that runs already.")
    private @Nullable URI endpoint;

    @Option(
            names = "--start",
            paramLabel = "COMMAND",
            defaultValue = "./lab cloud --port {port}",
            description = "What starts an emulator; {port} is filled in. Default: ${DEFAULT-VALUE}.")
    private String start;

    @Option(
            names = "--runs",
            paramLabel = "N",
            defaultValue = "5",
            description = "Runs of each question, after one to warm up. Default: ${DEFAULT-VALUE}.")
    private int runs;

    @Option(
            names = "--size",
            paramLabel = "PERCENT",
            defaultValue = "100",
            description = "Size of a run; smaller is faster and says less. Default: ${DEFAULT-VALUE}.")
    private int size;

    @Option(names = "--only", paramLabel = "NAME", split = ",", description = "Only these questions.")
    private List<String> only = List.of();

    LoadProgram() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        CommandLine load = new CommandLine(new LoadProgram());
        load.getCommandSpec()
                .usageMessage()
                .footer(scenarios(100).stream()
                        .map(scenario -> "  %-14s %s".formatted(scenario.name(), scenario.question()))
                        .toArray(String[]::new));
        return load;
    }

    static List<Scenario> scenarios(int percent) {
        int many = Math.max(100, 20_000 * percent / 100);
        return List.of(
                new TopicToQueue(1, many / 2, 3_300),
                new TopicToQueue(8, many, 7_400),
                new EventsThroughRules(4, 1, many * 3, 25_000),
                new EventsThroughRules(4, 100, many * 3, 0.95 * 25_000),
                new EventsThroughRules(4, 10_000, many * 3, 0.8 * 25_000),
                new QueueSend(many / 2, 2_600),
                new QueueReceive(many, 9_800),
                new DeliveryLatency(Math.max(100, 500 * percent / 100), 5));
    }

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        out.printf(Locale.ROOT, "%-68s %12s %23s %12s %9s%n", "", "median", "min - max", "target", "of echo");
        URI given = endpoint;
        if (given != null) {
            ask(given, out);
            return 0;
        }
        List<String> command = List.of(start.split(" "));
        if (isWanted("start")) {
            startAndIdle(command, out);
        }
        try (Emulator emulator = Emulator.start(command)) {
            ask(emulator.endpoint(), out);
            emulator.memoryMebibytes()
                    .ifPresent(memory -> out.printf(Locale.ROOT, "%-68s %,12.1f%n", "Memory afterwards, MiB", memory));
        }
        return 0;
    }

    private void startAndIdle(List<String> command, PrintWriter out) {
        List<Double> seconds = new ArrayList<>();
        List<Double> memory = new ArrayList<>();
        for (int i = 0; i <= runs; i++) {
            try (Emulator emulator = Emulator.start(command)) {
                LockSupport.parkNanos(SETTLE_NANOS);
                Optional<Double> used = emulator.memoryMebibytes();
                if (i > 0) { // The first one reads everything from the disk.
                    seconds.add(emulator.firstAnswer().toNanos() / 1e9);
                    used.ifPresent(memory::add);
                }
            }
        }
        print(out, "From start to first answer, s", new Figures(seconds), 0.8, false, Optional.empty());
        if (!memory.isEmpty()) {
            print(out, "Memory when idle, MiB", new Figures(memory), 150, false, Optional.empty());
        }
    }

    private void ask(URI emulator, PrintWriter out) throws Exception {
        Map<Integer, Double> echoes = new HashMap<>();
        try (Clients clients = Clients.of(emulator);
                Echo echo = Echo.start()) {
            for (Scenario scenario : scenarios(size)) {
                if (!isWanted(scenario.name())) {
                    continue;
                }
                Integer threads = scenario.threads();
                if (!echoes.containsKey(threads)) {
                    echoes.put(threads, echo(echo, threads, out));
                }
                Figures figures = figures(() -> run(scenario, clients));
                Optional<Double> ratio = scenario.moreIsBetter()
                        ? Optional.of(figures.median() / echoes.getOrDefault(threads, 1.0))
                        : Optional.empty();
                print(out, scenario.question(), figures, scenario.target(), scenario.moreIsBetter(), ratio);
            }
        }
    }

    private double echo(Echo echo, int threads, PrintWriter out) {
        Figures figures = figures(() -> {
            try {
                return echo.run(threads, Math.max(100, ECHO_REQUESTS * size / 100));
            } catch (Exception e) {
                throw new IllegalStateException("The echo does not answer", e);
            }
        });
        String question = "Plain HTTP echo, %d thread%s, requests/s".formatted(threads, threads == 1 ? "" : "s");
        out.printf(
                Locale.ROOT,
                "%-68s %,12.1f %,11.1f -%,10.1f%n",
                question,
                figures.median(),
                figures.min(),
                figures.max());
        out.flush();
        return figures.median();
    }

    private Figures figures(DoubleSupplier run) {
        double unused = run.getAsDouble(); // To warm up.
        assert unused >= 0;
        List<Double> figures = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            figures.add(run.getAsDouble());
        }
        return new Figures(figures);
    }

    private static double run(Scenario scenario, Clients clients) {
        try {
            return scenario.run(clients);
        } catch (Exception e) {
            throw new IllegalStateException(scenario.name() + ": " + e.getMessage(), e);
        }
    }

    private boolean isWanted(String name) {
        return only.isEmpty() || only.contains(name);
    }

    private static void print(
            PrintWriter out,
            String question,
            Figures figures,
            double target,
            boolean moreIsBetter,
            Optional<Double> ofEcho) {
        boolean met = moreIsBetter ? figures.median() >= target : figures.median() <= target;
        out.printf(
                Locale.ROOT,
                "%-68s %,12.2f %,11.2f -%,10.2f %s%,10.1f %9s %s%n",
                question,
                figures.median(),
                figures.min(),
                figures.max(),
                moreIsBetter ? ">=" : "<=",
                target,
                ofEcho.map(ratio -> "%.2f".formatted(ratio)).orElse(""),
                met ? "" : "missed");
        out.flush();
    }
}
