package dev.edaworkshop.cli.profile;

import dev.edaworkshop.localcloud.cloudformation.CloudAssembly;
import dev.edaworkshop.localcloud.lambda.ProcessSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What a recorder saw of a function.
 *
 * @param cold from the start of its process to the answer to its first event
 * @param warm while it handled one event after the other
 * @param classes that were loaded until the first answer
 */
record Recordings(List<Stack> cold, List<Stack> warm, LoadedClasses classes) {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final int WARMING_EVENTS = 200;

    Recordings {
        cold = List.copyOf(cold);
        warm = List.copyOf(warm);
    }

    /** Starts the function three times: for the profile of the start, for that of the work, and to count classes. */
    static Recordings of(CloudAssembly assembly, String function, String event, Recorder recorder, Path folder)
            throws IOException, InterruptedException {
        return new Recordings(
                cold(assembly, function, event, recorder, folder.resolve("cold.recording")),
                warm(assembly, function, event, recorder, folder.resolve("warm.recording")),
                classes(assembly, function, event, folder.resolve("classes.log")));
    }

    private static List<Stack> cold(CloudAssembly assembly, String function, String event, Recorder recorder, Path file)
            throws IOException, InterruptedException {
        try (Subject subject = Subject.deploy(assembly, function, event, with(recorder.flags(file)))) {
            subject.handle();
            awaitComplete(file);
            return recorder.read(file);
        }
    }

    private static List<Stack> warm(CloudAssembly assembly, String function, String event, Recorder recorder, Path file)
            throws IOException, InterruptedException {
        try (Subject subject = Subject.deploy(assembly, function, event, with(List.of()))) {
            for (int i = 0; i < WARMING_EVENTS; i++) {
                subject.handle();
            }
            recorder.attach(subject.pid(), file);
            long end = System.nanoTime() + Duration.ofSeconds(Recorder.SECONDS).toNanos();
            while (System.nanoTime() < end) {
                subject.handle();
            }
            awaitComplete(file);
            return recorder.read(file);
        }
    }

    private static LoadedClasses classes(CloudAssembly assembly, String function, String event, Path log)
            throws IOException {
        try (Subject subject =
                Subject.deploy(assembly, function, event, with(List.of("-Xlog:class+load=info:file=" + log)))) {
            subject.handle();
            return LoadedClasses.parse(Files.readAllLines(log));
        }
    }

    private static ProcessSettings with(List<String> flags) {
        List<String> all = new ArrayList<>(ProcessSettings.QUICK_START);
        all.addAll(flags);
        return new ProcessSettings(all, false, false);
    }

    /** A recorder writes its file in one go, when its time is over. */
    private static void awaitComplete(Path file) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        long before = -1;
        while (System.nanoTime() < end) {
            long size = Files.exists(file) ? Files.size(file) : 0;
            if (size > 0 && size == before) {
                return;
            }
            before = size;
            Thread.sleep(LOOK);
        }
        throw new IOException("The profiler wrote nothing to " + file);
    }
}
