package dev.edaworkshop.cli.profile;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordingFile;

/** The JDK's own Flight Recorder, on every system: Java methods only, at most every millisecond. */
record FlightRecorder() implements Recorder {
    private static final String SETTINGS = "jdk.ExecutionSample#enabled=true,jdk.ExecutionSample#period=1ms,"
            + "jdk.NativeMethodSample#enabled=true,jdk.NativeMethodSample#period=1ms";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Override
    public String name() {
        return "Java Flight Recorder, every millisecond";
    }

    @Override
    public List<String> flags(Path file) {
        return List.of("-XX:StartFlightRecording:filename=%s,duration=%ds,%s".formatted(file, SECONDS, SETTINGS));
    }

    @Override
    public void attach(long pid, Path file) throws IOException {
        Process jcmd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        String.valueOf(pid),
                        "JFR.start",
                        "filename=" + file,
                        "duration=%ds".formatted(SECONDS),
                        "settings=profile")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (!jcmd.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || jcmd.exitValue() != 0) {
                throw new IOException("jcmd cannot start a recording in process " + pid);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }

    @Override
    public List<Stack> read(Path file) throws IOException {
        List<Stack> stacks = new ArrayList<>();
        try (RecordingFile recording = new RecordingFile(file)) {
            while (recording.hasMoreEvents()) {
                stack(recording.readEvent()).ifPresent(stacks::add);
            }
        }
        return stacks;
    }

    private static Optional<Stack> stack(RecordedEvent event) {
        boolean sample = event.getEventType().getName().matches("jdk\\.(Execution|NativeMethod)Sample");
        if (!sample || event.getStackTrace() == null) {
            return Optional.empty();
        }
        List<String> frames = new ArrayList<>();
        for (RecordedFrame frame : event.getStackTrace().getFrames()) {
            frames.add(frame.getMethod().getType().getName().replace('.', '/') + "."
                    + frame.getMethod().getName());
        }
        RecordedThread thread = event.getThread("sampledThread");
        frames.add("[" + (thread == null ? "a thread of the JVM" : thread.getJavaName()) + "]");
        Collections.reverse(frames);
        return Optional.of(new Stack(frames, 1));
    }
}
