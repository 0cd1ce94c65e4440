package dev.edaworkshop.cli.commands;

import dev.edaworkshop.cli.cloud.Troubles;
import dev.edaworkshop.cli.console.Console;
import dev.edaworkshop.cli.console.LabException;
import dev.edaworkshop.cli.console.Style.Mark;
import dev.edaworkshop.cli.console.Terminal;
import dev.edaworkshop.cli.profile.Profile;
import dev.edaworkshop.cli.project.Lab;
import dev.edaworkshop.cli.project.Project;
import dev.edaworkshop.testkit.run.LabAssembler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./lab profile}: how a function starts, and where the time goes. */
@Command(
        name = "profile",
        description = {
            "Measure how a function of a lab starts, with one choice after the other, and record a start and its work.",
            "Writes a page with the figures, the widest costs and two flame graphs. guide/benchmarks.md says how to read it."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./lab profile 1 Catalogue",
            "  ./lab profile 5 Storefront --solution --rounds 10",
            "  ./lab profile 1 Inventory --event my-event.json"
        })
public final class ProfileCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Supplier<Project> project;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "LAB", description = "1, lab1 or lab1-pubsub.")
    private String lab;

    @Parameters(index = "1", paramLabel = "FUNCTION", description = "Its name, or a part that no other has.")
    private String function;

    @Option(names = "--solution", description = "The solution's function in place of yours.")
    private boolean solution;

    @Option(
            names = "--event",
            paramLabel = "FILE",
            description = "What it handles, JSON. Default: the lab's sample for this function.")
    private @Nullable Path event;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "5",
            description = "Starts of each variant. Default: ${DEFAULT-VALUE}.")
    private int rounds;

    @Option(
            names = "--flight-recorder",
            description = "Record with the JDK's own recorder, also where async-profiler works.")
    private boolean flightRecorder;

    public ProfileCommand(Terminal terminal, Supplier<Project> project) {
        this.terminal = terminal;
        this.project = project;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (rounds < 1) {
            throw new LabException(
                    "--rounds %d is too few.".formatted(rounds), "", "Start each variant at least once.");
        }
        Lab wanted = project.get().lab(lab);
        String json = event(wanted);
        var console = new Console(spec.commandLine().getOut(), terminal);
        String name = (solution ? "solutions/" : "") + wanted.folderName();
        console.line("Profiling %s of %s: %d starts of each variant …".formatted(function, name, rounds));
        Path folder = project.get()
                .stateFolder()
                .resolve("profile")
                .resolve("%s-%s".formatted(wanted.folderName(), function.replaceAll("\\W", "-")));
        try (LabAssembler assembler =
                Troubles.explained(name, () -> LabAssembler.open(solution ? wanted.solution() : wanted.starter()))) {
            var assembly = Troubles.explained(name, assembler::assemble);
            Path page = new Profile(name, assembly, function, json, rounds, console).write(folder, flightRecorder);
            console.marked(Mark.GOOD, "The page is %s.".formatted(page));
            return ExitCode.OK;
        }
    }

    private String event(Lab wanted) throws IOException {
        Path samples = wanted.solution().resolve("events");
        Optional<Path> file = Optional.ofNullable(event).or(() -> sample(samples));
        if (file.isEmpty() || !Files.isRegularFile(file.get())) {
            throw new LabException(
                    file.isEmpty()
                            ? "There is no sample event for “%s”.".formatted(function)
                            : "There is no file %s.".formatted(file.get()),
                    "Samples are in %s: %s.".formatted(project.get().root().relativize(samples), names(samples)),
                    "Name one of these functions, or give an event: --event FILE.");
        }
        return Files.readString(file.get());
    }

    private Optional<Path> sample(Path samples) {
        return list(samples).stream()
                .filter(file -> file.getFileName()
                        .toString()
                        .toLowerCase(Locale.ROOT)
                        .startsWith(function.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    private static String names(Path samples) {
        return String.join(
                ", ",
                list(samples).stream()
                        .map(file -> file.getFileName().toString().replace(".json", ""))
                        .toList());
    }

    private static List<Path> list(Path samples) {
        if (!Files.isDirectory(samples)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(samples)) {
            return files.sorted().toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
