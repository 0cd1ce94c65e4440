package dev.edaworkshop.localcloud.lambda;

import dev.edaworkshop.localcloud.logs.LogStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The log of an execution environment, with the lines that Lambda adds.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/java-logging.html">Lambda logs</a>
 */
final class InvocationLog {
    private static final int TAIL_BYTES = 4096;
    private static final Pattern PEAK_KILOBYTES = Pattern.compile("VmHWM:\\s+(\\d+)");

    private final LogStream stream;
    private final FunctionConfiguration configuration;
    private final StringBuilder tail = new StringBuilder();
    private Optional<Duration> initDuration = Optional.empty();
    private long startedNanos;

    InvocationLog(LogStream stream, FunctionConfiguration configuration) {
        this.stream = stream;
        this.configuration = configuration;
    }

    /** A line that the function printed. */
    synchronized void print(String line) {
        stream.append(line);
        tail.append(line).append('\n');
        tail.delete(0, Math.max(0, tail.length() - TAIL_BYTES));
    }

    void initStarted(String runtime) {
        print("INIT_START Runtime Version: %s (local cloud, Java %s)"
                .formatted(runtime, Runtime.version().feature()));
    }

    /** The first invocation reports how long that took. */
    synchronized void initialized(Duration took) {
        initDuration = Optional.of(took);
    }

    synchronized void start(String requestId) {
        startedNanos = System.nanoTime();
        tail.setLength(0);
        print("START RequestId: %s Version: %s".formatted(requestId, configuration.version()));
    }

    /** Returns the end of what has been logged since the start. */
    synchronized String end(String requestId, Ending ending, Optional<ProcessHandle> process) {
        Duration took = Duration.ofNanos(System.nanoTime() - startedNanos);
        print("END RequestId: " + requestId);
        print(report(requestId, took, process));
        if (ending instanceof Ending.TimedOut timedOut) {
            print("%s Task timed out after %s seconds".formatted(requestId, timedOut.seconds()));
        }
        initDuration = Optional.empty();
        byte[] bytes = tail.toString().getBytes(StandardCharsets.UTF_8);
        int from = Math.max(0, bytes.length - TAIL_BYTES);
        return new String(bytes, from, bytes.length - from, StandardCharsets.UTF_8);
    }

    private String report(String requestId, Duration took, Optional<ProcessHandle> process) {
        StringBuilder report =
                new StringBuilder("REPORT RequestId: %s\tDuration: %s ms\tBilled Duration: %d ms\tMemory Size: %d MB"
                        .formatted(
                                requestId,
                                millis(took),
                                took.plusNanos(999_999).toMillis(),
                                configuration.memoryMegabytes()));
        process.map(InvocationLog::memoryUsed)
                .orElse(OptionalLong.empty())
                .ifPresent(megabytes -> report.append("\tMax Memory Used: %d MB".formatted(megabytes)));
        initDuration.ifPresent(init -> report.append("\tInit Duration: %s ms".formatted(millis(init))));
        return report.toString();
    }

    private static String millis(Duration duration) {
        return String.format(Locale.ROOT, "%.2f", duration.toNanos() / 1e6);
    }

    /** Linux tells; on other systems the report does without. */
    private static OptionalLong memoryUsed(ProcessHandle process) {
        Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
        try {
            Matcher peak = PEAK_KILOBYTES.matcher(Files.readString(status, StandardCharsets.ISO_8859_1));
            return peak.find() ? OptionalLong.of(Long.parseLong(peak.group(1)) / 1024) : OptionalLong.empty();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }
}
