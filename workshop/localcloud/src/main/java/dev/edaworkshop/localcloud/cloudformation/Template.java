package dev.edaworkshop.localcloud.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.edaworkshop.localcloud.wire.AwsException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A CloudFormation template.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-anatomy.html">Template anatomy</a>
 */
record Template(
        Map<String, Resource> resources,
        Map<String, JsonNode> parameters,
        JsonNode mappings,
        Map<String, JsonNode> conditions,
        Map<String, JsonNode> outputs) {
    Template {
        resources = Collections.unmodifiableMap(new LinkedHashMap<>(resources));
        parameters = Map.copyOf(parameters);
        conditions = Map.copyOf(conditions);
        outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
    }

    /** @throws AwsException {@code ValidationError} with AWS's text if it is no template */
    static Template parse(JsonNode json) {
        JsonNode declared = json.path("Resources");
        if (!declared.isObject() || declared.isEmpty()) {
            throw formatError("At least one Resources member must be defined.");
        }
        Map<String, Resource> resources = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : declared.properties()) {
            resources.put(entry.getKey(), resource(entry.getKey(), entry.getValue()));
        }
        return new Template(
                resources,
                members(json.path("Parameters")),
                json.path("Mappings"),
                members(json.path("Conditions")),
                members(json.path("Outputs")));
    }

    static AwsException formatError(String message) {
        return new AwsException(400, "ValidationError", "Template format error: " + message);
    }

    private static Resource resource(String logicalId, JsonNode json) {
        if (!json.path("Type").isTextual()) {
            throw formatError(
                    "[/Resources/%s] Every Resources object must contain a Type member.".formatted(logicalId));
        }
        Set<String> dependsOn = new LinkedHashSet<>();
        JsonNode declared = json.path("DependsOn");
        if (declared.isTextual()) {
            dependsOn.add(declared.asText());
        }
        declared.forEach(id -> dependsOn.add(id.asText()));
        ObjectNode properties =
                json.path("Properties") instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode();
        return new Resource(
                logicalId,
                json.path("Type").asText(),
                properties,
                dependsOn,
                json.has("Condition") ? Optional.of(json.get("Condition").asText()) : Optional.empty(),
                json.path("DeletionPolicy").asText().startsWith("Retain"),
                json.path("UpdateReplacePolicy").asText().startsWith("Retain"));
    }

    private static Map<String, JsonNode> members(JsonNode object) {
        Map<String, JsonNode> members = new LinkedHashMap<>();
        object.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
        return members;
    }
}
