package dev.edaworkshop.localcloud.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.edaworkshop.localcloud.wire.AwsException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A resource to be created or updated, its properties resolved.
 *
 * <p>Paths such as {@code Code.S3Key} lead into nested properties. As CloudFormation does, numbers and booleans are
 * accepted as text and the other way round.
 */
public final class ResourceRequest {
    private static final int SUFFIX_LENGTH = 12;
    private static final String SUFFIX_CHARACTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    private final String stackName;
    private final String logicalId;
    private final int generation;
    private final ObjectNode properties;
    private final Map<String, Path> assets;

    ResourceRequest(
            String stackName, String logicalId, int generation, ObjectNode properties, Map<String, Path> assets) {
        this.stackName = stackName;
        this.logicalId = logicalId;
        this.generation = generation;
        this.properties = properties;
        this.assets = assets;
    }

    public String stackName() {
        return stackName;
    }

    public String logicalId() {
        return logicalId;
    }

    /** All properties, resolved. */
    ObjectNode properties() {
        return properties;
    }

    /** The property, or a missing node. */
    public JsonNode json(String path) {
        JsonNode node = properties;
        for (String name : path.split("\\.")) {
            node = node.path(name);
        }
        return node;
    }

    public Optional<String> text(String path) {
        JsonNode node = json(path);
        return node.isValueNode() && !node.isNull() ? Optional.of(node.asText()) : Optional.empty();
    }

    /** @throws AwsException if the property is absent; names it */
    public String requiredText(String path) {
        return text(path).orElseThrow(() -> missing(path));
    }

    /** @throws AwsException if the property is there and no whole number; names it */
    public Optional<Integer> integer(String path) {
        return text(path).map(text -> {
            try {
                return Integer.valueOf(text);
            } catch (NumberFormatException e) {
                throw new AwsException(
                        400,
                        "ValidationError",
                        "Resource %s: property %s must be a whole number, was %s".formatted(logicalId, path, text));
            }
        });
    }

    public boolean flag(String path) {
        return text(path).filter(text -> text.equalsIgnoreCase("true")).isPresent();
    }

    /** The elements of a list; a single value counts as a list of one. */
    public List<String> texts(String path) {
        JsonNode node = json(path);
        if (node.isValueNode() && !node.isNull()) {
            return List.of(node.asText());
        }
        List<String> texts = new ArrayList<>();
        node.forEach(element -> texts.add(element.asText()));
        return List.copyOf(texts);
    }

    /** The members of an object, as texts. */
    public Map<String, String> textMap(String path) {
        Map<String, String> texts = new LinkedHashMap<>();
        json(path)
                .properties()
                .forEach(member -> texts.put(member.getKey(), member.getValue().asText()));
        return texts;
    }

    /** A property that is JSON for the service's API: an object in the template, or already text. */
    public Optional<String> jsonText(String path) {
        JsonNode node = json(path);
        return node.isContainerNode() ? Optional.of(node.toString()) : text(path);
    }

    /** The name the template gives in a property, or a generated one. */
    public String name(String property, int maxLength) {
        return text(property).orElseGet(() -> generatedName(maxLength));
    }

    /**
     * {@code <stack>-<logical id>-<12 characters>}, as CloudFormation makes them, but the same each time: the same stack
     * has the same ARNs in every account. A replacement has another one than what it replaces.
     */
    public String generatedName(int maxLength) {
        int room = maxLength - SUFFIX_LENGTH - 1;
        String stack = stackName;
        String id = logicalId;
        if (stack.length() + 1 + id.length() > room) {
            stack = stack.substring(0, Math.min(stack.length(), Math.max(room / 2 - 1, room - 1 - id.length())));
            id = id.substring(0, Math.min(id.length(), room - 1 - stack.length()));
        }
        return stack + "-" + id + "-" + suffix();
    }

    /** An id without the stack's name in front, for resources that nobody sees by name. */
    public String generatedId() {
        return stackName + "-" + logicalId + "-" + suffix();
    }

    /**
     * The file or directory behind an asset.
     *
     * @param key S3 object key as in the template
     * @throws AwsException if the cloud assembly has no such asset
     */
    public Path asset(String key) {
        Path asset = assets.get(key);
        if (asset == null) {
            throw new AwsException(
                    400,
                    "ValidationError",
                    "Resource %s refers to the asset %s, which is not part of the cloud assembly. The local cloud reads assets from there only."
                            .formatted(logicalId, key));
        }
        return asset;
    }

    private AwsException missing(String path) {
        return new AwsException(
                400, "ValidationError", "Resource %s: property %s is required".formatted(logicalId, path));
    }

    private String suffix() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest((stackName + "/" + logicalId + "/" + generation).getBytes(StandardCharsets.UTF_8));
            StringBuilder suffix = new StringBuilder();
            for (int i = 0; i < SUFFIX_LENGTH; i++) {
                suffix.append(SUFFIX_CHARACTERS.charAt((hash[i] & 0xFF) % SUFFIX_CHARACTERS.length()));
            }
            return suffix.toString();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
