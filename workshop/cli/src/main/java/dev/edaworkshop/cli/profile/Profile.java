package dev.edaworkshop.cli.profile;

import dev.edaworkshop.cli.console.Console;
import dev.edaworkshop.cli.console.Style.Mark;
import dev.edaworkshop.localcloud.cloudformation.CloudAssembly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Measures the variants of a function, records its start and its work, and writes the page. */
public final class Profile {
    private final String lab;
    private final CloudAssembly assembly;
    private final String function;
    private final String event;
    private final int rounds;
    private final Console console;

    /**
     * @param assembly the lab's stack
     * @param function a name, or a part of one
     * @param event JSON
     * @param rounds how often each variant is started; at least 1
     */
    public Profile(String lab, CloudAssembly assembly, String function, String event, int rounds, Console console) {
        this.lab = lab;
        this.assembly = assembly;
        this.function = function;
        this.event = event;
        this.rounds = rounds;
        this.console = console;
    }

    /**
     * Does all of it; takes a minute or two.
     *
     * @param folder where the page goes, and what it is made of
     * @param flightRecorder use the JDK's own recorder, even where a better one works
     * @return the page
     */
    public Path write(Path folder, boolean flightRecorder) throws IOException, InterruptedException {
        List<Measurement> measurements = new ArrayList<>();
        String name = function;
        int memory = 0;
        for (Variant variant : Variant.all()) {
            try (Subject subject = Subject.deploy(assembly, function, event, variant.processes())) {
                name = subject.plainName();
                memory = subject.memoryMegabytes();
                Measurement measured = Measurement.of(variant, subject, rounds);
                measurements.add(measured);
                print(measured, measurements.getFirst());
            }
        }
        Files.createDirectories(folder);
        Recorder recorder = recorder(folder, flightRecorder);
        console.line("Recording a start and the work, with %s …".formatted(recorder.name()));
        Recordings recordings = Recordings.of(assembly, function, event, recorder, folder);
        Path page = folder.resolve("index.html");
        Files.writeString(
                page, new ProfilePage(lab, name, memory, recorder.name(), machine(), measurements, recordings).html());
        return page;
    }

    private void print(Measurement measured, Measurement base) {
        console.marked(
                Mark.GOOD,
                String.format(
                        Locale.ROOT,
                        "%-30s first answer %.2f s (longest %.2f), %.2f of %s; warm %.2f ms",
                        measured.variant().name(),
                        measured.median().toNanos() / 1e9,
                        measured.longest().toNanos() / 1e9,
                        (double) measured.median().toNanos() / base.median().toNanos(),
                        base.variant().name(),
                        measured.warm().toNanos() / 1e6));
    }

    private static Recorder recorder(Path folder, boolean flightRecorder) throws IOException {
        Optional<Recorder> better = flightRecorder ? Optional.empty() : AsyncProfiler.find(folder);
        return better.orElseGet(FlightRecorder::new);
    }

    private static String machine() {
        return "%s %s, %d cores, Java %s"
                .formatted(
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"),
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.version());
    }
}
