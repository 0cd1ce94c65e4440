package dev.edaworkshop.cli.compare;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.edaworkshop.cli.console.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Two templates compared by what they mean: which resources there are and which properties they have. The order of
 * properties, CDK's own metadata and the hashes of code do not matter.
 */
public final class TemplateDiff {
    private static final Pattern HASH = Pattern.compile("\\b[0-9a-f]{64}\\b");
    private static final String CDK_METADATA = "AWS::CDK::Metadata";
    private static final int LONGEST_VALUE = 160;

    /** One thing that differs. */
    public sealed interface Difference {

        /** Whose logical id it is. */
        String resource();

        /** A resource or output that only the attendee's stack has. */
        record OnlyMine(String resource, String type) implements Difference {}

        /** One that only the solution has. */
        record OnlySolution(String resource, String type) implements Difference {}

        /**
         * A property that differs.
         *
         * @param property its path, {@code RedrivePolicy.maxReceiveCount}
         * @param mine as JSON; empty if it is not there
         * @param solution as JSON; empty if it is not there
         */
        record Changed(String resource, String type, String property, String mine, String solution)
                implements Difference {}
    }

    private TemplateDiff() {}

    /**
     * Compares two templates.
     *
     * @param mine JSON
     * @param solution JSON
     * @return sorted by resource; empty if they mean the same
     */
    public static List<Difference> of(String mine, String solution) {
        SortedMap<String, JsonNode> left = parts(mine);
        SortedMap<String, JsonNode> right = parts(solution);
        forgetNames(left, right);
        List<Difference> differences = new ArrayList<>();
        var all = new TreeMap<>(left);
        all.putAll(right);
        for (String name : all.keySet()) {
            JsonNode one = left.get(name);
            JsonNode other = right.get(name);
            if (one == null && other != null) {
                differences.add(new Difference.OnlySolution(name, type(other)));
            } else if (other == null && one != null) {
                differences.add(new Difference.OnlyMine(name, type(one)));
            } else if (one != null && other != null && !type(one).equals(type(other))) {
                differences.add(new Difference.OnlyMine(name, type(one)));
                differences.add(new Difference.OnlySolution(name, type(other)));
            } else if (one != null && other != null) {
                compare(name, type(one), "", one, other, differences);
            }
        }
        return differences;
    }

    /** Resources and outputs by name, without what does not matter. */
    private static SortedMap<String, JsonNode> parts(String template) {
        SortedMap<String, JsonNode> parts = new TreeMap<>();
        try {
            JsonNode json = Json.parse(template);
            for (Map.Entry<String, JsonNode> resource : json.path("Resources").properties()) {
                if (!type(resource.getValue()).equals(CDK_METADATA)) {
                    JsonNode plain = plain(resource.getValue());
                    if (plain instanceof ObjectNode object) {
                        object.remove("Metadata");
                    }
                    parts.put(resource.getKey(), plain);
                }
            }
            for (Map.Entry<String, JsonNode> output : json.path("Outputs").properties()) {
                parts.put("output " + output.getKey(), plain(output.getValue()));
            }
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A template is not JSON", e);
        }
        return parts;
    }

    private static String type(JsonNode part) {
        return part.path("Type").asText("Output");
    }

    private static JsonNode plain(JsonNode json) {
        if (json.isTextual()) {
            return TextNode.valueOf(HASH.matcher(json.asText()).replaceAll("(code)"));
        }
        if (json.isObject()) {
            ObjectNode copy = Json.object();
            json.properties().forEach(field -> copy.set(field.getKey(), plain(field.getValue())));
            return copy;
        }
        if (json.isArray()) {
            var copy = Json.array();
            json.forEach(item -> copy.add(plain(item)));
            return copy;
        }
        return json;
    }

    /** Who gives a construct another name still has the same resource; and then what refers to it may be the same too. */
    private static void forgetNames(SortedMap<String, JsonNode> left, SortedMap<String, JsonNode> right) {
        boolean again = true;
        while (again) {
            again = false;
            for (Map.Entry<String, JsonNode> part : List.copyOf(left.entrySet())) {
                Optional<String> twin = right.containsKey(part.getKey())
                        ? Optional.empty()
                        : right.keySet().stream()
                                .filter(other -> !left.containsKey(other)
                                        && part.getValue().equals(right.get(other)))
                                .findFirst();
                if (twin.isPresent()) {
                    replaceEverywhere(left, part.getKey(), twin.get());
                    again = true;
                    break;
                }
            }
        }
    }

    private static void replaceEverywhere(SortedMap<String, JsonNode> parts, String name, String twin) {
        JsonNode renamed = parts.remove(name);
        if (renamed != null) {
            parts.put(twin, renamed);
            parts.replaceAll((part, json) -> rename(json, name, twin));
        }
    }

    private static JsonNode rename(JsonNode json, String name, String twin) {
        if (json.isTextual()) {
            return json.asText().equals(name) ? TextNode.valueOf(twin) : json;
        }
        if (json.isObject()) {
            ObjectNode copy = Json.object();
            json.properties().forEach(field -> copy.set(field.getKey(), rename(field.getValue(), name, twin)));
            return copy;
        }
        if (json.isArray()) {
            var copy = Json.array();
            json.forEach(item -> copy.add(rename(item, name, twin)));
            return copy;
        }
        return json;
    }

    private static void compare(
            String resource, String type, String path, JsonNode mine, JsonNode solution, List<Difference> differences) {
        if (mine.equals(solution)) {
            return;
        }
        if (mine.isObject() && solution.isObject()) {
            var fields = new TreeMap<String, JsonNode>();
            mine.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
            solution.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
            for (String field : fields.keySet()) {
                compare(
                        resource,
                        type,
                        path.isEmpty() ? field : path + "." + field,
                        mine.path(field),
                        solution.path(field),
                        differences);
            }
            return;
        }
        if (mine.isArray() && solution.isArray()) {
            compareItems(resource, type, path, mine, solution, differences);
            return;
        }
        differences.add(new Difference.Changed(
                resource, type, path.replaceFirst("^Properties\\.", ""), shown(mine), shown(solution)));
    }

    /** Statements, subscriptions, tags: their order means nothing, and only those that differ are worth showing. */
    private static void compareItems(
            String resource, String type, String path, JsonNode mine, JsonNode solution, List<Difference> differences) {
        var onlySolution = new ArrayList<JsonNode>();
        solution.forEach(onlySolution::add);
        var onlyMine = new ArrayList<JsonNode>();
        mine.forEach(item -> {
            if (!onlySolution.remove(item)) {
                onlyMine.add(item);
            }
        });
        int both = Math.max(onlyMine.size(), onlySolution.size());
        for (int i = 0; i < both; i++) {
            differences.add(new Difference.Changed(
                    resource,
                    type,
                    path.replaceFirst("^Properties\\.", "") + "[]",
                    i < onlyMine.size() ? shown(onlyMine.get(i)) : "",
                    i < onlySolution.size() ? shown(onlySolution.get(i)) : ""));
        }
    }

    private static String shown(JsonNode value) {
        String text = value.isMissingNode() ? "" : value.toString();
        return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE) + "…";
    }
}
