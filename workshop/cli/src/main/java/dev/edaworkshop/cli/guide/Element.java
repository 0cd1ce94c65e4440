package dev.edaworkshop.cli.guide;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.edaworkshop.cli.console.Json;
import java.util.Map;
import java.util.TreeMap;

/**
 * An element of a page: {@code ["a", {"href": "…"}, "text", ["code", {}, "…"]]}. The browser makes it with
 * {@code createElement}; there is no markup in which a text could be mistaken for an element.
 */
final class Element {
    private Element() {}

    static ArrayNode of(String name) {
        return of(name, Map.of());
    }

    static ArrayNode of(String name, Map<String, String> attributes) {
        ObjectNode json = Json.object();
        new TreeMap<>(attributes).forEach(json::put);
        return Json.array().add(name).add(json);
    }
}
