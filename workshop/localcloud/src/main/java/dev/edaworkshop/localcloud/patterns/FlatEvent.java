package dev.edaworkshop.localcloud.patterns;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An event as the engine sees it: paths and values. */
final class FlatEvent {
    private final Map<String, List<EventField>> fields = new LinkedHashMap<>();
    private final Map<String, String> containers = new LinkedHashMap<>();
    private final Map<Integer, Integer> elements = new HashMap<>();
    private int arrays;

    private FlatEvent() {}

    /** @throws IllegalArgumentException if it is no JSON object */
    static FlatEvent of(String json) {
        FlatEvent event = new FlatEvent();
        try (JsonParser parser = Json.parser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException("not an event: " + json);
            }
            event.object(parser, "");
        } catch (IOException e) {
            throw new IllegalArgumentException("not an event: " + json, e);
        }
        return event;
    }

    /** The values at the path; none if it is absent. */
    List<EventField> at(String path) {
        return fields.getOrDefault(path, List.of());
    }

    /** {@code an object}, {@code an empty array}, … if the path leads to something that has no value itself. */
    Optional<String> containerAt(String path) {
        return Optional.ofNullable(containers.get(path));
    }

    /** The paths that have values, in the order of the event. */
    List<String> paths() {
        return List.copyOf(fields.keySet());
    }

    private void object(JsonParser parser, String path) throws IOException {
        boolean empty = true;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            empty = false;
            String name = parser.currentName();
            value(parser, parser.nextToken(), path.isEmpty() ? name : path + "." + name);
        }
        containers.put(path, empty ? "an empty object" : "an object");
    }

    private void array(JsonParser parser, String path) throws IOException {
        int array = arrays++;
        int index = 0;
        containers.put(path, "an empty array");
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            boolean isContainer = token.isStructStart();
            if (isContainer) {
                elements.put(array, index);
            }
            value(parser, token, path);
            if (isContainer) {
                elements.remove(array);
            }
            index++;
        }
    }

    private void value(JsonParser parser, JsonToken token, String path) throws IOException {
        if (token == JsonToken.START_OBJECT) {
            object(parser, path);
        } else if (token == JsonToken.START_ARRAY) {
            array(parser, path);
        } else {
            fields.computeIfAbsent(path, p -> new ArrayList<>())
                    .add(new EventField(path, EventField.Type.of(token), parser.getText(), elements));
        }
    }
}
