package dev.edaworkshop.localcloud.lambda;

import dev.edaworkshop.localcloud.iam.AccessKeys;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Starts processes of functions and cleans up after them. */
final class ProcessStarter {
    /** What Lambda leaves to the heap of a function's memory, the rest being the JVM's own. */
    private static final double HEAP_SHARE = 0.85;

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy/MM/dd").withZone(ZoneOffset.UTC);
    private final LambdaHost host;

    ProcessStarter(LambdaHost host) {
        this.host = host;
    }

    /**
     * Starts a process, which then waits for its environment.
     *
     * @throws IOException if there is no such program, or no process to be had
     */
    StartedProcess start(Blueprint blueprint) throws IOException {
        FunctionConfiguration function = blueprint.function();
        String id = UUID.randomUUID().toString().replace("-", "");
        String accessKey = AccessKeys.newKey();
        String logStream = "%s/[%s]%s".formatted(DAY.format(Instant.now()), function.version(), id);
        List<Path> libraries = libraries(blueprint);
        AotCache.Start start = host.processes().archives()
                ? host.aotCache().start(libraries, host.processes().flags(), function.handler())
                : new AotCache.Start(List.of(), Optional.empty());
        ProcessBuilder builder = new ProcessBuilder(command(function, libraries, start.options()))
                .directory(function.code().toFile())
                .redirectErrorStream(true);
        builder.environment().clear();
        String runtimeApi = host.runtimeApi().address(blueprint.endpoint(), id);
        builder.environment().putAll(EnvironmentVariables.of(blueprint, runtimeApi, accessKey, logStream));
        host.runtimeApi().expect(id);
        try {
            return new StartedProcess(id, accessKey, logStream, builder.start(), start.recording());
        } catch (IOException e) {
            host.runtimeApi().remove(id);
            start.recording().ifPresent(host.aotCache()::discard);
            throw e;
        }
    }

    /**
     * The process has ended.
     *
     * @param served whether it has handled an event, and so loaded what its function needs
     */
    void ended(StartedProcess process, Blueprint blueprint, boolean served) {
        host.runtimeApi().remove(process.id());
        process.recording().ifPresent(recording -> {
            if (served) {
                host.aotCache()
                        .recorded(
                                recording,
                                libraries(blueprint),
                                host.processes().flags(),
                                blueprint.function().handler());
            } else {
                host.aotCache().discard(recording);
            }
        });
    }

    private List<Path> libraries(Blueprint blueprint) {
        return Stream.concat(host.runtimeJars().stream(), blueprint.libraries().stream())
                .toList();
    }

    private List<String> command(FunctionConfiguration function, List<Path> libraries, List<String> options)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(host.java().toString());
        command.addAll(host.processes().flags());
        command.addAll(options);
        command.add("-Xmx%dk".formatted((long) (function.memoryMegabytes() * 1024 * HEAP_SHARE)));
        // On every system as in Lambda.
        command.add("-Dstdout.encoding=UTF-8");
        command.add("-Dstderr.encoding=UTF-8");
        command.add("-Duser.timezone=UTC");
        String classPath = AotCache.classPath(libraries);
        command.addAll(List.of(
                "-cp", host.client().asksForCode() ? classPath : classPath + File.pathSeparator + function.code()));
        command.add(host.client().mainClass());
        command.add(function.handler());
        return command;
    }
}
