package dev.edaworkshop.localcloud.lambda;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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
 * @param version {@code $LATEST}, or a number if it has been published
 * @param layers up to five; of libraries that are in several, those of the first count
 * @param recorded what is described as it was given, and has no effect here
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
        String logGroup,
        String version,
        List<LayerVersion> layers,
        RecordedConfiguration recorded,
        LoggingFormat logging) {
    private static final int MAX_LAYERS = 5;
    private static final Set<String> RUNTIMES =
            new TreeSet<>(Set.of("java11", "java11.al2023", "java17", "java17.al2023", "java21", "java25"));
    private static final int MAX_ENVIRONMENT_BYTES = 4096;

    public FunctionConfiguration {
        environment = Map.copyOf(environment);
        layers = List.copyOf(layers);
        code = code.toAbsolutePath();
        check(
                name.matches("[a-zA-Z0-9-_]{1,64}"),
                name,
                "functionName",
                "Member must satisfy regular expression pattern: [a-zA-Z0-9-_]{1,64}");
        LambdaErrors.checkRange(memoryMegabytes, "memorySize", 128, 10_240);
        LambdaErrors.checkRange(timeout.toSeconds(), "timeout", 1, 900);
        if (layers.size() > MAX_LAYERS) {
            throw LambdaErrors.invalidParameter("Cannot reference more than %d layers.".formatted(MAX_LAYERS));
        }
        if (!RUNTIMES.contains(runtime)) {
            throw LambdaErrors.invalidParameter(
                    "Function %s: the local cloud does not run the runtime '%s'. It runs: %s."
                            .formatted(name, runtime, String.join(", ", RUNTIMES)));
        }
        checkEnvironment(environment);
        deadLetterArn.filter(arn -> !arn.matches("arn:aws:(sqs|sns):.+")).ifPresent(arn -> {
            throw LambdaErrors.invalidParameter(
                    "The provided dead letter target %s is neither a queue nor a topic".formatted(arn));
        });
    }

    /** A function with AWS's defaults: 128 MB, 3 seconds. */
    public static Builder of(String name) {
        return new Builder(name);
    }

    /** A copy that can be changed. */
    public Builder toBuilder() {
        Builder builder = new Builder(name);
        builder.roleArn = Optional.of(roleArn);
        builder.handler = Optional.of(handler);
        builder.code = Optional.of(code);
        builder.runtime = runtime;
        builder.environment = environment;
        builder.memoryMegabytes = memoryMegabytes;
        builder.timeout = timeout;
        builder.description = description;
        builder.deadLetterArn = deadLetterArn;
        builder.logGroup = Optional.of(logGroup);
        builder.version = version;
        builder.layers = layers;
        builder.recorded = recorded;
        builder.logging = logging;
        return builder;
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
        private String version = Function.LATEST;
        private List<LayerVersion> layers = List.of();
        private RecordedConfiguration recorded = RecordedConfiguration.DEFAULT;
        private LoggingFormat logging = LoggingFormat.TEXT;

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

        /** @param queueOrTopicArn empty for none */
        public Builder deadLetterArn(String queueOrTopicArn) {
            deadLetterArn = Optional.of(queueOrTopicArn).filter(arn -> !arn.isEmpty());
            return this;
        }

        public Builder layers(List<LayerVersion> versions) {
            layers = versions;
            return this;
        }

        public Builder recorded(RecordedConfiguration configuration) {
            recorded = configuration;
            return this;
        }

        public Builder logging(LoggingFormat format) {
            logging = format;
            return this;
        }

        RecordedConfiguration recorded() {
            return recorded;
        }

        Builder version(String number) {
            version = number;
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
                    logGroup.orElse("/aws/lambda/" + name),
                    version,
                    layers,
                    recorded,
                    logging);
        }

        private IllegalStateException missing(String what) {
            return new IllegalStateException("Function %s: its %s is missing".formatted(name, what));
        }
    }
}
