package dev.edaworkshop.localcloud.cloudformation;

import static dev.edaworkshop.localcloud.cloudformation.CloudFormationException.validationError;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Writes out {@code Fn::ForEach::Name: [Identifier, [values], {fragment}]}, as the macro
 * {@code AWS::LanguageExtensions} does before anything else reads the template.
 *
 * <p>In the fragment, {@code ${Identifier}} and {@code &{Identifier}} (in names and texts) and
 * {@code {"Ref": "Identifier"}} stand for the value; {@code &{…}} drops what is not a letter or digit. Values are
 * literal lists only.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-foreach.html">Fn::ForEach</a>
 */
final class ForEach {
    private static final String PREFIX = "Fn::ForEach::";

    private final String identifier;
    private final String value;

    private ForEach(String identifier, String value) {
        this.identifier = identifier;
        this.value = value;
    }

    static ObjectNode expand(ObjectNode template) {
        ObjectNode expanded = (ObjectNode) expandWithin(template);
        if (!expanded.equals(template)
                && !template.path("Transform").toString().contains(Template.LANGUAGE_EXTENSIONS)) {
            throw validationError(
                    "Fn::ForEach needs \"Transform\": \"" + Template.LANGUAGE_EXTENSIONS + "\" in the template.");
        }
        return expanded;
    }

    private static JsonNode expandWithin(JsonNode node) {
        if (!(node instanceof ObjectNode object)) {
            return Json.map(node, (name, value) -> expandWithin(value));
        }
        ObjectNode expanded = Json.emptyObject();
        object.properties().forEach(entry -> {
            if (entry.getKey().startsWith(PREFIX)) {
                loop(entry.getKey(), entry.getValue(), expanded);
            } else {
                expanded.set(entry.getKey(), expandWithin(entry.getValue()));
            }
        });
        return expanded;
    }

    private static void loop(String name, JsonNode argument, ObjectNode into) {
        boolean wellFormed = argument.size() == 3
                && argument.path(0).isTextual()
                && argument.path(1).isArray()
                && argument.path(2).isObject();
        if (!wellFormed) {
            throw validationError(name + " needs an identifier, a literal list of values and an object;"
                    + " the local cloud supports no other form of Fn::ForEach.");
        }
        for (JsonNode value : argument.path(1)) {
            JsonNode fragment = new ForEach(argument.path(0).asText(), value.asText()).substitute(argument.path(2));
            expandWithin(fragment).properties().forEach(entry -> into.set(entry.getKey(), entry.getValue()));
        }
    }

    private JsonNode substitute(JsonNode node) {
        if (node.isTextual()) {
            return Json.text(substitute(node.asText()));
        }
        if (!(node instanceof ObjectNode object)) {
            return Json.map(node, (name, item) -> substitute(item));
        }
        if (object.size() == 1 && object.path("Ref").asText().equals(identifier)) {
            return Json.text(value);
        }
        ObjectNode substituted = Json.emptyObject();
        object.properties().forEach(entry -> substituted.set(substitute(entry.getKey()), substitute(entry.getValue())));
        return substituted;
    }

    private String substitute(String text) {
        return text.replace("${" + identifier + "}", value)
                .replace("&{" + identifier + "}", value.replaceAll("[^A-Za-z0-9]", ""));
    }
}
