package dev.edaworkshop.localcloud.cloudformation;

import static dev.edaworkshop.localcloud.cloudformation.CloudFormationException.validationError;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Reads a template's text; refuses what has not the structure of a template, in AWS's words. */
final class TemplateParser {
    private static final Set<String> SECTIONS = Set.of(
            "AWSTemplateFormatVersion",
            "Conditions",
            "Description",
            "Hooks",
            "Mappings",
            "Metadata",
            "Outputs",
            "Parameters",
            "Resources",
            "Rules",
            "Transform");
    private static final Set<String> RESOURCE_ATTRIBUTES =
            Set.of("Type", "Properties", "DependsOn", "Condition", "DeletionPolicy", "UpdateReplacePolicy", "Metadata");
    private static final Pattern ALPHANUMERIC = Pattern.compile("[A-Za-z0-9]+");

    private final ObjectNode template;

    private TemplateParser(ObjectNode template) {
        this.template = template;
    }

    static Template parse(String text) {
        JsonNode json = read(text);
        if (!(json instanceof ObjectNode object)) {
            throw formatError("unsupported structure.");
        }
        List<String> unknown = names(object, name -> !SECTIONS.contains(name));
        if (!unknown.isEmpty()) {
            throw validationError("Invalid template property or properties [" + String.join(", ", unknown) + "]");
        }
        refuseNulls(object, "");
        return new TemplateParser(ForEach.expand(object)).template();
    }

    private static JsonNode read(String text) {
        if (!text.stripLeading().startsWith("{")) {
            return YamlTemplate.toJson(text);
        }
        try {
            return Json.read(text);
        } catch (JsonProcessingException e) {
            throw formatError("JSON not well-formed. (line %d, column %d)"
                    .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr()));
        }
    }

    private Template template() {
        if (template.path("Resources").isEmpty()) {
            throw formatError("At least one Resources member must be defined.");
        }
        return new Template(
                template.path("Description").asText(),
                texts(template.path("Transform")),
                section("Parameters", Parameter::parse),
                template.path("Mappings") instanceof ObjectNode mappings ? mappings : Json.emptyObject(),
                section("Conditions", (name, condition) -> condition),
                section("Resources", TemplateParser::resource),
                section("Outputs", TemplateParser::output));
    }

    private <T> Map<String, T> section(String name, BiFunction<String, JsonNode, T> parse) {
        Map<String, T> members = new LinkedHashMap<>();
        template.path(name).properties().forEach(entry -> {
            if (!name.equals("Conditions") && !entry.getValue().isObject()) {
                throw formatError(
                        "[/" + name + "/" + entry.getKey() + "] Every " + name + " member must be an object.");
            }
            members.put(entry.getKey(), parse.apply(entry.getKey(), entry.getValue()));
        });
        return members;
    }

    private static Resource resource(String logicalId, JsonNode json) {
        if (!ALPHANUMERIC.matcher(logicalId).matches()) {
            throw formatError("Resource name " + logicalId + " is non alphanumeric.");
        }
        if (!json.path("Type").isTextual()) {
            throw formatError("[/Resources/" + logicalId + "] Every Resources object must contain a Type member.");
        }
        return new Resource(
                logicalId,
                json.path("Type").asText(),
                json.path("Properties") instanceof ObjectNode properties ? properties : Json.emptyObject(),
                texts(json.path("DependsOn")),
                text(json.path("Condition")),
                policy(logicalId, json, "DeletionPolicy"),
                policy(logicalId, json, "UpdateReplacePolicy"),
                json.path("Metadata") instanceof ObjectNode metadata ? metadata : Json.emptyObject(),
                names(json, name -> !RESOURCE_ATTRIBUTES.contains(name)));
    }

    private static DeletionPolicy policy(String logicalId, JsonNode resource, String attribute) {
        JsonNode word = resource.path(attribute);
        return word.isMissingNode()
                ? DeletionPolicy.DELETE
                : DeletionPolicy.of(word.asText())
                        .orElseThrow(() -> formatError(
                                "Unrecognized " + attribute + " " + word.asText() + " for resource " + logicalId));
    }

    private static Output output(String key, JsonNode json) {
        if (!json.has("Value")) {
            throw formatError("[/Outputs/" + key + "] Every Outputs member must contain a Value object");
        }
        JsonNode exportName = json.path("Export").path("Name");
        return new Output(
                key,
                json.path("Value"),
                json.path("Description").asText(),
                text(json.path("Condition")),
                exportName.isMissingNode() ? Optional.empty() : Optional.of(exportName));
    }

    private static void refuseNulls(JsonNode node, String path) {
        if (node.isNull()) {
            throw validationError("[" + path + "] 'null' values are not allowed in templates");
        }
        Json.map(node, (name, value) -> {
            refuseNulls(value, path + "/" + name);
            return value;
        });
    }

    private static Optional<String> text(JsonNode node) {
        return node.isTextual() ? Optional.of(node.asText()) : Optional.empty();
    }

    private static List<String> texts(JsonNode oneOrMany) {
        return oneOrMany.isTextual()
                ? List.of(oneOrMany.asText())
                : Json.items(oneOrMany).stream().map(JsonNode::asText).toList();
    }

    private static List<String> names(JsonNode object, Predicate<String> wanted) {
        return Json.entries(object).stream()
                .map(Map.Entry::getKey)
                .filter(wanted)
                .toList();
    }

    private static CloudFormationException formatError(String message) {
        return validationError("Template format error: " + message);
    }
}
