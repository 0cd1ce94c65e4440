package dev.edaworkshop.localcloud.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What {@code cdk synth} leaves behind: templates, and the files they refer to.
 *
 * @param stacks in an order in which they can be deployed
 * @see <a href="https://docs.aws.amazon.com/cdk/v2/guide/deploy.html">Cloud assemblies</a>
 */
public record CloudAssembly(List<StackArtifact> stacks) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public CloudAssembly {
        stacks = List.copyOf(stacks);
    }

    /**
     * One stack of the assembly.
     *
     * @param assets file or directory by S3 object key
     */
    public record StackArtifact(
            String stackName, JsonNode template, Map<String, String> parameters, Map<String, Path> assets) {
        public StackArtifact {
            parameters = Map.copyOf(parameters);
            assets = Map.copyOf(assets);
        }
    }

    /**
     * Reads an assembly.
     *
     * @param directory usually {@code cdk.out}
     * @throws IllegalArgumentException if it is none; the message says which file is missing or broken
     */
    public static CloudAssembly read(Path directory) {
        JsonNode artifacts = json(directory.resolve("manifest.json")).path("artifacts");
        Map<String, JsonNode> waiting = new LinkedHashMap<>();
        artifacts.properties().forEach(artifact -> {
            if (artifact.getValue().path("type").asText().equals("aws:cloudformation:stack")) {
                waiting.put(artifact.getKey(), artifact.getValue());
            }
        });
        List<StackArtifact> ordered = new ArrayList<>();
        while (!waiting.isEmpty()) {
            String next = waiting.entrySet().stream()
                    .filter(stack -> dependencies(stack.getValue()).stream().noneMatch(waiting::containsKey))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElseThrow(
                            () -> new IllegalArgumentException("The stacks %s in %s depend on each other in a circle"
                                    .formatted(waiting.keySet(), directory)));
            ordered.add(stack(directory, next, waiting.remove(next)));
        }
        return new CloudAssembly(ordered);
    }

    private static List<String> dependencies(JsonNode artifact) {
        List<String> names = new ArrayList<>();
        artifact.path("dependencies").forEach(name -> names.add(name.asText()));
        return names;
    }

    private static StackArtifact stack(Path directory, String id, JsonNode artifact) {
        JsonNode properties = artifact.path("properties");
        Map<String, String> parameters = new HashMap<>();
        properties
                .path("parameters")
                .properties()
                .forEach(parameter ->
                        parameters.put(parameter.getKey(), parameter.getValue().asText()));
        return new StackArtifact(
                properties.path("stackName").asText(id),
                json(directory.resolve(properties.path("templateFile").asText(id + ".template.json"))),
                parameters,
                assets(directory, id));
    }

    private static Map<String, Path> assets(Path directory, String id) {
        Path file = directory.resolve(id + ".assets.json");
        Map<String, Path> assets = new HashMap<>();
        if (Files.exists(file)) {
            for (JsonNode asset : json(file).path("files")) {
                Path source =
                        directory.resolve(asset.path("source").path("path").asText());
                for (JsonNode destination : asset.path("destinations")) {
                    assets.put(
                            destination.path("objectKey").asText(),
                            source.toAbsolutePath().normalize());
                }
            }
        }
        return assets;
    }

    private static JsonNode json(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "%s is not part of a cloud assembly that can be read: %s. Synthesize the stack again."
                            .formatted(file, e.getMessage()),
                    e);
        }
    }
}
