package dev.edaworkshop.localcloud.cloudformation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** JSON values, read and rebuilt. */
final class Json {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Json() {}

    static JsonNode read(String text) throws JsonProcessingException {
        return MAPPER.readTree(text);
    }

    /** Of JSON that is known to be an object. */
    static ObjectNode object(String json) {
        try {
            return (ObjectNode) MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not a JSON object: " + json, e);
        }
    }

    static TextNode text(String text) {
        return NODES.textNode(text);
    }

    static JsonNode bool(boolean value) {
        return NODES.booleanNode(value);
    }

    static JsonNode number(int value) {
        return NODES.numberNode(value);
    }

    static ObjectNode emptyObject() {
        return NODES.objectNode();
    }

    static ArrayNode array(List<? extends JsonNode> items) {
        return NODES.arrayNode().addAll(items);
    }

    static ArrayNode texts(List<String> texts) {
        return array(texts.stream().map(Json::text).toList());
    }

    static List<JsonNode> items(JsonNode array) {
        List<JsonNode> items = new ArrayList<>();
        array.forEach(items::add);
        return items;
    }

    static List<Map.Entry<String, JsonNode>> entries(JsonNode object) {
        return List.copyOf(object.properties());
    }

    /**
     * The same object or array with other values.
     *
     * @param change gets the name or the index of a value; what it turns into {@link MissingNode} is left out
     */
    static JsonNode map(JsonNode node, BiFunction<String, JsonNode, JsonNode> change) {
        if (node.isObject()) {
            ObjectNode changed = emptyObject();
            node.properties().forEach(entry -> {
                JsonNode value = change.apply(entry.getKey(), entry.getValue());
                if (!value.isMissingNode()) {
                    changed.set(entry.getKey(), value);
                }
            });
            return changed;
        }
        if (node.isArray()) {
            ArrayNode changed = NODES.arrayNode();
            for (int i = 0; i < node.size(); i++) {
                JsonNode value = change.apply(String.valueOf(i), node.path(i));
                if (!value.isMissingNode()) {
                    changed.add(value);
                }
            }
            return changed;
        }
        return node;
    }

    /** Equal as CloudFormation sees it: 30 and "30" are. */
    static boolean same(JsonNode one, JsonNode other) {
        return one.equals(
                (a, b) -> a.isValueNode() && b.isValueNode() && a.asText().equals(b.asText()) ? 0 : 1, other);
    }
}
