package dev.edaworkshop.testkit.run;

import dev.edaworkshop.testkit.build.LabProject;
import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A program of a lab that an attendee runs in a terminal: a {@code main} of its own, in a JVM of its own.
 *
 * <p>It finds the stack by environment variables: output {@code WorkerQueueUrl} is {@code WORKER_QUEUE_URL}. Endpoint,
 * region and credentials are in AWS's own variables, so any SDK client finds the local cloud.
 */
public final class LabProgram {
    private LabProgram() {}

    /**
     * How to start it.
     *
     * @param accessKey whose requests its requests are
     */
    public static ProcessBuilder process(
            LabProject lab,
            String mainClass,
            List<String> arguments,
            Map<String, String> outputs,
            URI endpoint,
            String region,
            String accessKey) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-cp",
                Stream.concat(Stream.of(lab.classes()), lab.classPath().stream())
                        .map(Path::toString)
                        .collect(Collectors.joining(File.pathSeparator)),
                mainClass));
        command.addAll(arguments);
        ProcessBuilder process =
                new ProcessBuilder(command).directory(lab.directory().toFile());
        process.environment().putAll(environment(outputs, endpoint, region, accessKey));
        process.environment().remove("AWS_PROFILE");
        process.environment().remove("AWS_SESSION_TOKEN");
        return process;
    }

    /** What it finds in its environment. */
    static Map<String, String> environment(Map<String, String> outputs, URI endpoint, String region, String accessKey) {
        Map<String, String> environment = new LinkedHashMap<>(variables(outputs));
        environment.put("AWS_ENDPOINT_URL", endpoint.toString());
        environment.put("AWS_REGION", region);
        environment.put("AWS_ACCESS_KEY_ID", accessKey);
        environment.put("AWS_SECRET_ACCESS_KEY", "local");
        return environment;
    }

    /** {@code WorkerQueueUrl} becomes {@code WORKER_QUEUE_URL}. */
    static Map<String, String> variables(Map<String, String> outputs) {
        Map<String, String> variables = new LinkedHashMap<>();
        outputs.forEach((name, value) ->
                variables.put(name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT), value));
        return variables;
    }
}
