package dev.edaworkshop.localcloud.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What a {@link ResourceDeployer} is asked to create, or to turn an existing resource into.
 *
 * @param properties with all functions resolved
 * @param stackTags tags of the whole stack
 * @param generation counts the physical resources of this logical id, from 0; generated names depend on it
 * @param assets all file assets of the stack
 */
public record ResourceRequest(
        String stackName,
        String stackId,
        String logicalId,
        String type,
        Properties properties,
        Environment environment,
        Map<String, String> stackTags,
        int generation,
        List<Asset> assets) {
    private static final int MAX_ID_LENGTH = 255;

    public ResourceRequest {
        stackTags = Map.copyOf(stackTags);
        assets = List.copyOf(assets);
    }

    /** The first request for a resource without tags and assets, for tests of deployers. */
    public static ResourceRequest of(String stackName, String logicalId, String type, Properties properties) {
        Environment environment = new Environment("000000000000", "us-east-1");
        return new ResourceRequest(
                stackName,
                Stack.id(environment, stackName),
                logicalId,
                type,
                properties,
                environment,
                Map.of(),
                0,
                List.of());
    }

    /**
     * A name for a resource whose template gives none, such as {@code Shop-Inventory1A2B3C4D-0Q8ZK3V1M7PX}.
     *
     * <p>It is always the same for the same stack and logical id, and differs after a replacement.
     *
     * @param maxLength as the service allows, such as 64 for a function
     */
    public String generatedName(int maxLength) {
        return generatedName(maxLength, "");
    }

    /**
     * As {@link #generatedName(int)}, for a name that must end in a certain way.
     *
     * @param ending within {@code maxLength}, such as {@code .fifo}
     */
    public String generatedName(int maxLength, String ending) {
        return name().cutTo(maxLength - ending.length()) + ending;
    }

    /** What the property says, or a {@linkplain #generatedName(int) generated name}. */
    public String name(String property, int maxLength) {
        return text(property).orElseGet(() -> generatedName(maxLength));
    }

    /** What {@code Ref} yields for a resource that has no name, such as a policy. */
    public String generatedId() {
        return generatedName(MAX_ID_LENGTH);
    }

    /** An id for a resource that AWS identifies by a UUID; as constant as {@link #generatedName}. */
    public UUID generatedUuid() {
        return name().uuid();
    }

    /** The resource's own {@code Tags}, the stack's, and those that CloudFormation adds. */
    public Map<String, String> tags() {
        Map<String, String> tags = new LinkedHashMap<>(stackTags);
        tags.putAll(properties.tags());
        tags.put("aws:cloudformation:stack-name", stackName);
        tags.put("aws:cloudformation:stack-id", stackId);
        tags.put("aws:cloudformation:logical-id", logicalId);
        return tags;
    }

    /**
     * The asset that AWS would find in a bucket.
     *
     * @throws CloudFormationException if the stack has no such asset; the local cloud has no buckets to look into
     */
    public Asset asset(String bucket, String key) {
        return assets.stream()
                .filter(asset -> asset.isAt(bucket, key, environment))
                .findFirst()
                .orElseThrow(() -> noSuchAsset(bucket, key));
    }

    /** As {@link Properties#text}. */
    public Optional<String> text(String property) {
        return properties.text(property);
    }

    /** As {@link Properties#requiredText}. */
    public String requiredText(String property) {
        return properties.requiredText(property);
    }

    /** As {@link Properties#integer}. */
    public Optional<Integer> integer(String property) {
        return properties.integer(property);
    }

    /** Whether a property is there and true. */
    public boolean flag(String property) {
        return properties.bool(property).orElse(false);
    }

    /** As {@link Properties#texts}. */
    public List<String> texts(String property) {
        return properties.texts(property);
    }

    /** As {@link Properties#textMap}. */
    public Map<String, String> textMap(String property) {
        return properties.textMap(property);
    }

    /** As {@link Properties#json}. */
    public JsonNode json(String property) {
        return properties.json(property);
    }

    /** As {@link Properties#jsonText}. */
    public Optional<String> jsonText(String property) {
        return properties.jsonText(property);
    }

    private CloudFormationException noSuchAsset(String bucket, String key) {
        String known = assets.stream().map(Asset::key).collect(Collectors.joining(", "));
        return CloudFormationException.validationError(
                "s3://%s/%s is no file asset of stack %s, and the local cloud reads code from file assets only. Its assets: %s."
                        .formatted(bucket, key, stackName, known.isEmpty() ? "none" : known));
    }

    private PhysicalName name() {
        return new PhysicalName(stackName, logicalId, generation);
    }
}
