package dev.edaworkshop.localcloud.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.edaworkshop.localcloud.wire.AwsException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Resolves intrinsic functions.
 *
 * <p>{@code AWS::NoValue} resolves to a missing node, and what would hold it leaves it out.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html">Intrinsic functions</a>
 */
final class Intrinsics {
    /** What may stand alone in an object in place of a value; others starting with {@code Fn::} are refused by name. */
    static final Set<String> SUPPORTED = Set.of(
            "Ref",
            "Fn::GetAtt",
            "Fn::Join",
            "Fn::Sub",
            "Fn::Select",
            "Fn::Split",
            "Fn::If",
            "Fn::Equals",
            "Fn::And",
            "Fn::Or",
            "Fn::Not",
            "Fn::FindInMap",
            "Fn::ImportValue",
            "Fn::GetAZs",
            "Fn::Base64");

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(!?)([^}]*)}");

    private final Template template;
    private final Lookup lookup;

    /** What lies outside of the template. */
    interface Lookup {
        /** The value of a parameter, pseudo parameter or resource; a missing node for {@code AWS::NoValue}. */
        JsonNode ref(String name);

        /** An attribute of a resource. */
        JsonNode attribute(String logicalId, String name);

        String importedValue(String exportName);

        String region();
    }

    Intrinsics(Template template, Lookup lookup) {
        this.template = template;
        this.lookup = lookup;
    }

    /** The node without intrinsic functions; a missing node if it resolves to no value. */
    JsonNode resolve(JsonNode node) {
        return switch (node) {
            case ObjectNode object
            when isFunction(object) -> {
                Map.Entry<String, JsonNode> function =
                        object.properties().iterator().next();
                yield call(function.getKey(), function.getValue());
            }
            case ObjectNode object -> {
                ObjectNode resolved = NODES.objectNode();
                object.properties().forEach(member -> {
                    JsonNode value = resolve(member.getValue());
                    if (!value.isMissingNode()) {
                        resolved.set(member.getKey(), value);
                    }
                });
                yield resolved;
            }
            case ArrayNode array -> {
                ArrayNode resolved = NODES.arrayNode();
                for (JsonNode element : array) {
                    JsonNode value = resolve(element);
                    if (!value.isMissingNode()) {
                        resolved.add(value);
                    }
                }
                yield resolved;
            }
            default -> node;
        };
    }

    /** Whether a condition of the template holds. */
    boolean condition(String name) {
        JsonNode definition = template.conditions().get(name);
        if (definition == null) {
            throw error("unresolved condition dependency %s in Fn::If".formatted(name));
        }
        return test(definition);
    }

    static boolean isFunction(ObjectNode object) {
        if (object.size() != 1) {
            return false;
        }
        String name = object.fieldNames().next();
        return name.equals("Ref") || name.startsWith("Fn::");
    }

    private JsonNode call(String function, JsonNode argument) {
        return switch (function) {
            case "Ref" -> lookup.ref(argument.asText());
            case "Fn::GetAtt" -> getAtt(argument);
            case "Fn::Join" -> join(argument);
            case "Fn::Sub" -> sub(argument);
            case "Fn::Select" -> select(argument);
            case "Fn::Split" -> split(argument);
            case "Fn::If" -> resolve(argument.get(condition(argument.get(0).asText()) ? 1 : 2));
            case "Fn::Equals", "Fn::And", "Fn::Or", "Fn::Not" ->
                NODES.booleanNode(test(NODES.objectNode().set(function, argument)));
            case "Fn::FindInMap" -> findInMap(argument);
            case "Fn::ImportValue" ->
                NODES.textNode(lookup.importedValue(resolve(argument).asText()));
            case "Fn::GetAZs" -> NODES.arrayNode().add(lookup.region() + "a").add(lookup.region() + "b");
            case "Fn::Base64" ->
                NODES.textNode(Base64.getEncoder()
                        .encodeToString(resolve(argument).asText().getBytes(StandardCharsets.UTF_8)));
            default -> throw error("the local cloud does not support the function " + function);
        };
    }

    private boolean test(JsonNode condition) {
        if (condition.has("Condition")) {
            return condition(condition.get("Condition").asText());
        }
        Map.Entry<String, JsonNode> function = condition.properties().iterator().next();
        List<JsonNode> arguments = new ArrayList<>();
        function.getValue().forEach(arguments::add);
        return switch (function.getKey()) {
            case "Fn::Equals" ->
                resolve(arguments.get(0))
                        .asText()
                        .equals(resolve(arguments.get(1)).asText());
            case "Fn::And" -> arguments.stream().allMatch(this::test);
            case "Fn::Or" -> arguments.stream().anyMatch(this::test);
            case "Fn::Not" -> !test(arguments.getFirst());
            default ->
                throw error(
                        "the local cloud does not support the function %s in a condition".formatted(function.getKey()));
        };
    }

    private JsonNode getAtt(JsonNode argument) {
        List<String> path = getAttPath(argument);
        return lookup.attribute(path.get(0), path.get(1));
    }

    /** Logical id and attribute, from {@code ["Id", "Arn"]} or {@code "Id.Arn"}. */
    static List<String> getAttPath(JsonNode argument) {
        if (argument.isArray() && argument.size() == 2 && argument.get(1).isTextual()) {
            return List.of(argument.get(0).asText(), argument.get(1).asText());
        }
        int dot = argument.asText().indexOf('.');
        if (!argument.isTextual() || dot <= 0 || dot == argument.asText().length() - 1) {
            throw error(
                    "every Fn::GetAtt object requires two non-empty parameters, the resource name and the resource attribute");
        }
        return List.of(argument.asText().substring(0, dot), argument.asText().substring(dot + 1));
    }

    private JsonNode join(JsonNode argument) {
        StringJoiner joined = new StringJoiner(argument.path(0).asText());
        resolve(argument.path(1)).forEach(part -> joined.add(text(part)));
        return NODES.textNode(joined.toString());
    }

    private JsonNode sub(JsonNode argument) {
        String text = argument.isArray() ? argument.get(0).asText() : argument.asText();
        JsonNode own = argument.isArray() ? argument.get(1) : NODES.objectNode();
        StringBuilder replaced = new StringBuilder();
        Matcher variable = VARIABLE.matcher(text);
        while (variable.find()) {
            String name = variable.group(2).strip();
            String value = variable.group(1).isEmpty() ? text(variable(name, own)) : "${" + variable.group(2) + "}";
            variable.appendReplacement(replaced, Matcher.quoteReplacement(value));
        }
        variable.appendTail(replaced);
        return NODES.textNode(replaced.toString());
    }

    private JsonNode variable(String name, JsonNode own) {
        if (own.has(name)) {
            return resolve(own.get(name));
        }
        int dot = name.indexOf('.');
        return dot < 0 ? lookup.ref(name) : lookup.attribute(name.substring(0, dot), name.substring(dot + 1));
    }

    /** The variables of an Fn::Sub that are not its own: names and {@code Id.Attribute}. */
    static List<String> subVariables(JsonNode argument) {
        String text = argument.isArray() ? argument.path(0).asText() : argument.asText();
        JsonNode own = argument.path(1);
        return VARIABLE.matcher(text)
                .results()
                .filter(match -> match.group(1).isEmpty())
                .map(match -> match.group(2).strip())
                .filter(name -> !own.has(name))
                .toList();
    }

    private JsonNode select(JsonNode argument) {
        JsonNode list = resolve(argument.path(1));
        int index = resolve(argument.path(0)).asInt(-1);
        if (!list.isArray() || index < 0 || index >= list.size()) {
            throw error("Fn::Select requires a list argument with two elements: an integer index and a list");
        }
        return list.get(index);
    }

    private JsonNode split(JsonNode argument) {
        ArrayNode parts = NODES.arrayNode();
        for (String part : resolve(argument.path(1))
                .asText()
                .split(Pattern.quote(argument.path(0).asText()), -1)) {
            parts.add(part);
        }
        return parts;
    }

    private JsonNode findInMap(JsonNode argument) {
        List<String> keys = new ArrayList<>();
        argument.forEach(key -> keys.add(resolve(key).asText()));
        JsonNode value = template.mappings();
        for (String key : keys) {
            value = value.path(key);
        }
        if (value.isMissingNode()) {
            throw error("Unable to get mapping for " + String.join("::", keys));
        }
        return value;
    }

    private static String text(JsonNode node) {
        return node instanceof MissingNode ? "" : node.asText();
    }

    private static AwsException error(String message) {
        return new AwsException(400, "ValidationError", "Template error: " + message);
    }
}
