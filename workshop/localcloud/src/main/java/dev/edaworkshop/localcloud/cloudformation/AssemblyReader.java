package dev.edaworkshop.localcloud.cloudformation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the files of a cloud assembly. */
final class AssemblyReader {
    private static final String MANIFEST = "manifest.json";
    private static final String STACK = "aws:cloudformation:stack";
    private static final String ASSETS = "cdk:asset-manifest";
    private static final String STAGE = "cdk:cloud-assembly";

    private final Path directory;
    private final JsonNode artifacts;

    AssemblyReader(Path directory) {
        this.directory = directory;
        JsonNode manifest = json(MANIFEST);
        this.artifacts = manifest.path("artifacts");
        if (!artifacts.isObject()) {
            throw broken(MANIFEST + " lists no artifacts");
        }
        refuseMissingContext(manifest.path("missing"));
    }

    CloudAssembly read() {
        Set<String> ordered = new LinkedHashSet<>();
        artifacts.fieldNames().forEachRemaining(artifact -> addAfterDependencies(artifact, ordered, Set.of()));
        List<StackRequest> stacks = ordered.stream()
                .filter(artifact -> type(artifact).equals(STACK))
                .map(this::stack)
                .toList();
        if (stacks.isEmpty()) {
            throw BrokenAssemblyException.unsupported(
                    directory, MANIFEST + " lists no stack. Create one in the main method of the app");
        }
        return new CloudAssembly(stacks);
    }

    private void addAfterDependencies(String artifact, Set<String> ordered, Set<String> dependents) {
        if (type(artifact).equals(STAGE)) {
            throw BrokenAssemblyException.unsupported(
                    directory,
                    artifact
                            + " is a Stage, which the local cloud does not deploy. Put its stacks into the App itself");
        }
        if (ordered.contains(artifact) || dependents.contains(artifact)) {
            return;
        }
        Set<String> path = new LinkedHashSet<>(dependents);
        path.add(artifact);
        dependencies(artifact).forEach(dependency -> addAfterDependencies(dependency, ordered, path));
        ordered.add(artifact);
    }

    private StackRequest stack(String artifact) {
        JsonNode properties = properties(artifact);
        String name = properties.path("stackName").asText(artifact);
        return StackRequest.of(name, text(properties.path("templateFile").asText()))
                .withParameters(texts(properties.path("parameters")))
                .withTags(texts(properties.path("tags")))
                .withAssets(assets(artifact))
                .withTerminationProtection(
                        properties.path("terminationProtection").asBoolean());
    }

    private List<Asset> assets(String stack) {
        List<Asset> assets = new ArrayList<>();
        for (String dependency : dependencies(stack)) {
            if (type(dependency).equals(ASSETS)) {
                String file = properties(dependency).path("file").asText();
                assets.addAll(new AssetManifest(directory, file, json(file)).assets());
            }
        }
        return assets;
    }

    private String type(String artifact) {
        return artifacts.path(artifact).path("type").asText();
    }

    private JsonNode properties(String artifact) {
        return artifacts.path(artifact).path("properties");
    }

    private List<String> dependencies(String artifact) {
        return Json.items(artifacts.path(artifact).path("dependencies")).stream()
                .map(JsonNode::asText)
                .toList();
    }

    private void refuseMissingContext(JsonNode missing) {
        if (!missing.isEmpty()) {
            String providers = Json.items(missing).stream()
                    .map(lookup -> lookup.path("provider").asText())
                    .distinct()
                    .collect(Collectors.joining(", "));
            throw BrokenAssemblyException.unsupported(
                    directory,
                    "the app looks something up in an AWS account (" + providers
                            + "), which the local cloud cannot answer. Replace the look-up by a fixed value");
        }
    }

    private JsonNode json(String file) {
        try {
            return Json.read(text(file));
        } catch (JsonProcessingException e) {
            throw broken(file + " is no JSON: " + e.getOriginalMessage()).causedBy(e);
        }
    }

    private String text(String file) {
        try {
            return Files.readString(directory.resolve(file));
        } catch (NoSuchFileException e) {
            throw broken(file + " is not there").causedBy(e);
        } catch (IOException e) {
            throw broken(file + " cannot be read").causedBy(e);
        }
    }

    private BrokenAssemblyException broken(String problem) {
        return BrokenAssemblyException.broken(directory, problem);
    }

    private static Map<String, String> texts(JsonNode object) {
        Map<String, String> texts = new LinkedHashMap<>();
        object.properties()
                .forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
        return texts;
    }
}
