package dev.edaworkshop.localcloud.patterns;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import dev.edaworkshop.localcloud.patterns.EventField.Type;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * Reads a valid pattern into its branches, as the engine compiles it: one without {@code $or}, else one for each way
 * through the alternatives. A branch names for each path what is accepted there.
 */
final class PatternReader {
    private static final String OR = "$or";

    private PatternReader() {}

    static List<SequencedMap<String, List<Condition>>> branches(String pattern) {
        List<SequencedMap<String, List<Condition>>> branches = new ArrayList<>();
        branches.add(new LinkedHashMap<>());
        try (JsonParser parser = Json.parser(pattern)) {
            parser.nextToken();
            fields(parser, "", branches);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return branches;
    }

    private static void fields(JsonParser parser, String path, List<SequencedMap<String, List<Condition>>> branches)
            throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (name.equals(OR)) {
                or(parser, path, branches);
                continue;
            }
            String inner = path.isEmpty() ? name : path + "." + name;
            if (value == JsonToken.START_OBJECT) {
                fields(parser, inner, branches);
            } else {
                List<Condition> conditions = conditions(parser);
                branches.forEach(branch -> branch.put(inner, conditions)); // the last one wins, as in the engine
            }
        }
    }

    private static void or(JsonParser parser, String path, List<SequencedMap<String, List<Condition>>> branches)
            throws IOException {
        List<SequencedMap<String, List<Condition>>> soFar = List.copyOf(branches);
        branches.clear();
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            List<SequencedMap<String, List<Condition>>> alternatives = new ArrayList<>();
            soFar.forEach(branch -> alternatives.add(new LinkedHashMap<>(branch)));
            fields(parser, path, alternatives);
            branches.addAll(alternatives);
        }
    }

    private static List<Condition> conditions(JsonParser parser) throws IOException {
        List<Condition> conditions = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            conditions.add(
                    token == JsonToken.START_OBJECT
                            ? condition(Json.read(parser))
                            : new Condition.Exact(Type.of(token), parser.getText()));
        }
        return conditions;
    }

    private static Condition condition(JsonNode expression) {
        Map.Entry<String, JsonNode> only = expression.properties().iterator().next();
        return condition(only.getKey(), only.getValue());
    }

    private static Condition condition(String operator, JsonNode operand) {
        return switch (operator) {
            case "exactly" -> new Condition.Exact(Type.TEXT, operand.asText());
            case "prefix", "suffix" -> affix(operator.equals("suffix"), operand);
            case "equals-ignore-case" -> new Condition.EqualsIgnoreCase(operand.asText());
            case "wildcard" -> new Condition.Wildcard(operand.asText());
            case "exists" -> new Condition.Exists(operand.asBoolean());
            case "cidr" -> new Condition.Cidr(new IpRange(operand.asText()));
            case "numeric" -> numeric(operand);
            case "anything-but" -> new Condition.AnythingBut(excluded(operand));
            default -> throw new IllegalStateException("not an operator of event patterns: " + operator);
        };
    }

    private static Condition affix(boolean atEnd, JsonNode operand) {
        return operand.isObject()
                ? new Condition.Affix(atEnd, operand.path("equals-ignore-case").asText(), true)
                : new Condition.Affix(atEnd, operand.asText(), false);
    }

    private static Condition numeric(JsonNode terms) {
        List<Condition.Bound> bounds = new ArrayList<>();
        for (int i = 0; i + 1 < terms.size(); i += 2) {
            JsonNode value = terms.path(i + 1);
            bounds.add(new Condition.Bound(terms.path(i).asText(), value.asDouble(), value.asText()));
        }
        return new Condition.Numeric(bounds);
    }

    private static List<Condition> excluded(JsonNode operand) {
        List<Condition> excluded = new ArrayList<>();
        if (operand.isObject()) {
            Map.Entry<String, JsonNode> inner = operand.properties().iterator().next();
            each(inner.getValue()).forEach(value -> excluded.add(condition(inner.getKey(), value)));
        } else {
            each(operand)
                    .forEach(value -> excluded.add(
                            new Condition.Exact(value.isNumber() ? Type.NUMBER : Type.TEXT, value.asText())));
        }
        return excluded;
    }

    private static List<JsonNode> each(JsonNode oneOrList) {
        List<JsonNode> values = new ArrayList<>();
        if (oneOrList.isArray()) {
            oneOrList.forEach(values::add);
        } else {
            values.add(oneOrList);
        }
        return values;
    }
}
