package dev.edaworkshop.lab3.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What may be changed about a published contract: a new optional fact, and words for people. Everything else breaks
 * somebody who publishes or reads, today or out of the archive, and needs a new version.
 */
public final class Compatibility {

    /** What is for people, or for tools that do not judge events. */
    private static final Set<String> WORDS =
            Set.of("$schema", "$id", "title", "description", "examples", "x-published-by", "x-listeners");

    private Compatibility() {}

    /**
     * Compares two JSON Schemas of an event's data.
     *
     * @return in words, what would break somebody; empty if nothing would
     */
    public static List<String> breaks(JsonNode published, JsonNode now) {
        List<String> breaks = new ArrayList<>();
        compare("", published, now, breaks);
        return breaks;
    }

    private static void compare(String path, JsonNode before, JsonNode now, List<String> breaks) {
        Set<String> keywords = new TreeSet<>();
        before.fieldNames().forEachRemaining(keywords::add);
        now.fieldNames().forEachRemaining(keywords::add);
        keywords.removeAll(WORDS);
        keywords.removeAll(Set.of("properties", "required"));
        for (String keyword : keywords) {
            if (!before.path(keyword).equals(now.path(keyword))) {
                breaks.add("%s%s was %s, and is %s"
                        .formatted(
                                path.isEmpty() ? "" : path + ": ",
                                keyword,
                                inWords(before, keyword),
                                inWords(now, keyword)));
            }
        }
        compareRequired(path, before, now, breaks);
        before.path("properties").properties().forEach(property -> {
            JsonNode after = now.path("properties").path(property.getKey());
            if (!after.isMissingNode()) {
                compare(join(path, property.getKey()), property.getValue(), after, breaks);
            }
        });
    }

    private static void compareRequired(String path, JsonNode before, JsonNode now, List<String> breaks) {
        Set<String> promised = texts(before.path("required"));
        Set<String> required = texts(now.path("required"));
        for (String fact : promised) {
            if (now.path("properties").path(fact).isMissingNode()) {
                breaks.add("%s: was always there, and is not described any more".formatted(join(path, fact)));
            } else if (!required.contains(fact)) {
                breaks.add("%s: was always there, and need not be any more".formatted(join(path, fact)));
            }
        }
        for (String fact : required) {
            if (!promised.contains(fact)) {
                breaks.add("%s: need not have been there, and has to be now".formatted(join(path, fact)));
            }
        }
    }

    private static String inWords(JsonNode schema, String keyword) {
        return schema.path(keyword).isMissingNode()
                ? "nothing"
                : schema.path(keyword).toString();
    }

    private static String join(String path, String field) {
        return path.isEmpty() ? field : path + "." + field;
    }

    private static Set<String> texts(JsonNode list) {
        Set<String> texts = new TreeSet<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
