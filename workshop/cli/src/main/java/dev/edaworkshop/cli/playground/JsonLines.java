package dev.edaworkshop.cli.playground;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.edaworkshop.cli.console.LabException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Events from a file: one JSON object, an array of them, or one after the other. */
public final class JsonLines {
    private static final JsonMapper MAPPER = new JsonMapper();

    private JsonLines() {}

    /** @param name a path, or {@code -} for the input */
    public static List<JsonNode> read(String name, InputStream input) {
        try {
            String text = name.equals("-")
                    ? new String(input.readAllBytes(), StandardCharsets.UTF_8)
                    : Files.readString(Path.of(name));
            return parse(text, name);
        } catch (IOException e) {
            throw new LabException(
                    "The file %s cannot be read.".formatted(name),
                    String.valueOf(e),
                    "Give the path of a file with events as JSON, or - to type them in.",
                    e);
        }
    }

    /** @param name what it is called in what is said about it */
    public static List<JsonNode> parse(String text, String name) throws IOException {
        List<JsonNode> events = new ArrayList<>();
        try (MappingIterator<JsonNode> values = MAPPER.readerFor(JsonNode.class).readValues(text)) {
            while (values.hasNextValue()) {
                JsonNode value = values.nextValue();
                if (value.isArray()) {
                    value.forEach(events::add);
                } else {
                    events.add(value);
                }
            }
        } catch (JsonProcessingException e) {
            throw new LabException(
                    "%s is not JSON.".formatted(name.equals("-") ? "The input" : name),
                    "%s (line %d, column %d)"
                            .formatted(
                                    e.getOriginalMessage(),
                                    e.getLocation().getLineNr(),
                                    e.getLocation().getColumnNr()),
                    "Write one JSON object per line, or one array of them.",
                    e);
        }
        return events;
    }
}
