package dev.edaworkshop.localcloud.lambda;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a function is made of.
 *
 * @param name 1 to 64 characters
 * @param runtime {@code java25} or an older Java; all are run by the same JDK
 * @param handler {@code pkg.Class} or {@code pkg.Class::method}
 * @param code an exploded directory: classes, and libraries under {@code lib/}
 * @param environment variables; 4 KB in total
 * @param memoryMegabytes 128 to 10,240; bounds the heap
 * @param timeout whole seconds, up to 15 minutes
 * @param deadLetterArn of the queue for events whose asynchronous invocation failed for good
 * @param logGroup where the function logs
 */
public record FunctionConfiguration(
        String name,
        String roleArn,
        String runtime,
        String handler,
        Path code,
        Map<String, String> environment,
        int memoryMegabytes,
        Duration timeout,
        String description,
        Optional<String> deadLetterArn,
        String logGroup) {
    private static final Set<String> RUNTIMES =
            new TreeSet<>(Set.of("java11", "java11.al2023", "java17", "java17.al2023", "java21", "java25"));
    private static final int MAX_ENVIRONMENT_BYTES = 4096;

    public FunctionConfiguration {
        environment = Map.copyOf(environment);
        code = code.toAbsolutePath();
        check(
                name.matches("[a-zA-Z0-9-_]{1,64}"),
                name,
                "functionName",
                "Member must satisfy regular expression pattern: [a-zA-Z0-9-_]{1,64}");
        check(
                memoryMegabytes >= 128,
                memoryMegabytes,
                "memorySize",
                "Member must have value greater than or equal to 128");
        check(
                memoryMegabytes <= 10_240,
                memoryMegabytes,
                "memorySize",
                "Member must have value less than or equal to 10240");
        check(
                timeout.toSeconds() >= 1,
                timeout.toSeconds(),
                "timeout",
                "Member must have value greater than or equal to 1");
        check(
                timeout.toSeconds() <= 900,
                timeout.toSeconds(),
                "timeout",
                "Member must have value less than or equal to 900");
        if (!RUNTIMES.contains(runtime)) {
            throw LambdaErrors.invalidParameter(
                    "Function %s: the local cloud does not run the runtime '%s'. It runs: %s."
                            .formatted(name, runtime, String.join(", ", RUNTIMES)));
        }
        checkEnvironment(environment);
        deadLetterArn.filter(arn -> !arn.startsWith("arn:aws:sqs:")).ifPresent(arn -> {
            throw LambdaErrors.unsupported("the dead-letter target %s (it supports queues)".formatted(arn));
        });
    }

    /** A function with AWS's defaults: 128 MB, 3 seconds. */
    public static Builder of(String name) {
        return new Builder(name);
    }

    private static void check(boolean holds, Object value, String path, String constraint) {
        if (!holds) {
            throw LambdaErrors.validation(value, path, constraint);
        }
    }

    private static void checkEnvironment(Map<String, String> environment) {
        Set<String> reserved = new TreeSet<>(environment.keySet());
        reserved.retainAll(EnvironmentVariables.RESERVED);
        if (!reserved.isEmpty()) {
            throw LambdaErrors.invalidParameter(
                    "Lambda was unable to configure your environment variables because the environment variables you have provided contains reserved keys that are currently not supported for modification. Reserved keys used in this request: "
                            + String.join(", ", reserved));
        }
        int bytes = environment.entrySet().stream()
                .mapToInt(variable -> (variable.getKey() + variable.getValue()).getBytes(StandardCharsets.UTF_8).length)
                .sum();
        if (bytes > MAX_ENVIRONMENT_BYTES) {
            throw LambdaErrors.invalidParameter(
                    "Lambda was unable to configure your environment variables because the environment variables you have provided exceeded the 4KB limit. String measured: "
                            + new TreeMap<>(environment));
        }
    }

    /** Collects a configuration; role, handler and code have no default. */
    public static final class Builder {
        private final String name;
        private Optional<String> roleArn = Optional.empty();
        private Optional<String> handler = Optional.empty();
        private Optional<Path> code = Optional.empty();
        private String runtime = "java25";
        private Map<String, String> environment = Map.of();
        private int memoryMegabytes = 128;
        private Duration timeout = Duration.ofSeconds(3);
        private String description = "";
        private Optional<String> deadLetterArn = Optional.empty();
        private Optional<String> logGroup = Optional.empty();

        private Builder(String name) {
            this.name = name;
        }

        public Builder role(String arn) {
            roleArn = Optional.of(arn);
            return this;
        }

        public Builder handler(String className) {
            handler = Optional.of(className);
            return this;
        }

        public Builder code(Path directory) {
            code = Optional.of(directory);
            return this;
        }

        public Builder runtime(String identifier) {
            runtime = identifier;
            return this;
        }

        public Builder environment(Map<String, String> variables) {
            environment = variables;
            return this;
        }

        public Builder memoryMegabytes(int megabytes) {
            memoryMegabytes = megabytes;
            return this;
        }

        public Builder timeout(Duration limit) {
            timeout = limit;
            return this;
        }

        public Builder description(String words) {
            description = words;
            return this;
        }

        public Builder deadLetterArn(String queueArn) {
            deadLetterArn = Optional.of(queueArn);
            return this;
        }

        public Builder logGroup(String group) {
            logGroup = Optional.of(group);
            return this;
        }

        public FunctionConfiguration build() {
            return new FunctionConfiguration(
                    name,
                    roleArn.orElseThrow(() -> missing("role")),
                    runtime,
                    handler.orElseThrow(() -> missing("handler")),
                    code.orElseThrow(() -> missing("code")),
                    environment,
                    memoryMegabytes,
                    timeout,
                    description,
                    deadLetterArn,
                    logGroup.orElse("/aws/lambda/" + name));
        }

        private IllegalStateException missing(String what) {
            return new IllegalStateException("Function %s: its %s is missing".formatted(name, what));
        }
    }
}
