package dev.edaworkshop.testkit.exercises;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** A part of a YAML file that notes what is missing or too much, instead of stopping at the first problem. */
final class Section {

    private final String where;
    private final JsonNode node;
    private final List<String> problems;
    private final Set<String> asked = new HashSet<>();

    Section(String where, JsonNode node, List<String> problems) {
        this.where = where;
        this.node = node;
        this.problems = problems;
    }

    /** The value as text; missing or empty is a problem. */
    String text(String key) {
        asked.add(key);
        String text = node.path(key).asText("").strip();
        if (text.isEmpty()) {
            problems.add("%s: %s is missing".formatted(where, key));
        }
        return text;
    }

    /** The text as it stands there, line breaks at its ends included; it may be empty. */
    String exactText(String key) {
        asked.add(key);
        if (!node.path(key).isTextual()) {
            problems.add("%s: %s is missing".formatted(where, key));
        }
        return node.path(key).asText("");
    }

    int number(String key) {
        asked.add(key);
        if (!node.path(key).canConvertToInt()) {
            problems.add("%s: %s is missing or not a number".formatted(where, key));
        }
        return node.path(key).asInt();
    }

    /** A list of texts; none if the key is not there. */
    List<String> texts(String key) {
        asked.add(key);
        List<String> texts = new ArrayList<>();
        node.path(key).forEach(item -> texts.add(item.asText()));
        return texts;
    }

    /** Yes or no; no if the key is not there. */
    boolean flag(String key) {
        asked.add(key);
        if (node.has(key) && !node.path(key).isBoolean()) {
            problems.add("%s: %s is yes or no".formatted(where, key));
        }
        return node.path(key).asBoolean();
    }

    boolean has(String key) {
        return node.has(key);
    }

    boolean isText(String key, String text) {
        asked.add(key);
        return node.path(key).asText().equals(text);
    }

    Map<String, String> textsByName(String key) {
        asked.add(key);
        Map<String, String> texts = new LinkedHashMap<>();
        node.path(key)
                .properties()
                .forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
        return texts;
    }

    Section section(String key, String name) {
        asked.add(key);
        if (!node.path(key).isObject()) {
            problems.add("%s: %s is missing".formatted(where, key));
        }
        return new Section(name, node.path(key), problems);
    }

    /** One value for each item of a list, which may be missing; the name of an item comes from its node. */
    <T> List<T> each(String key, Function<JsonNode, String> name, Function<Section, T> read) {
        asked.add(key);
        List<T> values = new ArrayList<>();
        for (JsonNode item : node.path(key)) {
            Section section = new Section(name.apply(item), item, problems);
            values.add(read.apply(section));
            section.refuseOthers();
        }
        return values;
    }

    /** Notes every key that nobody asked for. */
    void refuseOthers() {
        node.fieldNames().forEachRemaining(key -> {
            if (!asked.contains(key)) {
                problems.add("%s: %s is not a field; there are %s".formatted(where, key, asked));
            }
        });
    }

    void problem(String text) {
        problems.add("%s: %s".formatted(where, text));
    }
}
