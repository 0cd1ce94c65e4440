package dev.edaworkshop.localcloud.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/**
 * The resolved properties of a resource, or an object within them.
 *
 * <p>Reads as tolerantly as CloudFormation: {@code "30"} is the number 30, {@code 30} the text "30", {@code "true"} a
 * boolean. A name such as {@code Code.S3Key} leads into nested objects. Whatever cannot be read so ends in an
 * {@link InvalidPropertyException} that names the property and its value. Changes to the JSON that accessors hand out
 * change nothing here.
 */
public final class Properties {
    private final ObjectNode node;
    private final String path;

    Properties(ObjectNode node) {
        this(node, "");
    }

    private Properties(ObjectNode node, String path) {
        this.node = node;
        this.path = path;
    }

    /** Properties as written in a template whose functions are resolved, for tests of deployers. */
    public static Properties of(String json) {
        return new Properties(Json.object(json));
    }

    public boolean has(String name) {
        return !at(name).isMissingNode();
    }

    /** Empty if the property is absent. */
    public Optional<String> text(String name) {
        return value(name, Properties::toText);
    }

    public String requiredText(String name) {
        return text(name).orElseThrow(() -> missing(name));
    }

    public Optional<Integer> integer(String name) {
        return value(name, Properties::toInteger);
    }

    public int requiredInteger(String name) {
        return integer(name).orElseThrow(() -> missing(name));
    }

    /** A whole number of seconds. */
    public Optional<Duration> seconds(String name) {
        return integer(name).map(Duration::ofSeconds);
    }

    public Optional<Boolean> bool(String name) {
        return value(name, Properties::toBoolean);
    }

    /** A nested object; empty if the property is absent. */
    public Optional<Properties> object(String name) {
        return value(name, Properties::toObject);
    }

    public Properties requiredObject(String name) {
        return object(name).orElseThrow(() -> missing(name));
    }

    /** A list of texts; a single text counts as a list of one, as in CloudFormation. Empty if the property is absent. */
    public List<String> texts(String name) {
        return list(name, Properties::toText);
    }

    /** A list of nested objects, empty if the property is absent. */
    public List<Properties> objects(String name) {
        return list(name, Properties::toObject);
    }

    /** An object whose values are texts, such as a function's environment variables; empty if the property is absent. */
    public Map<String, String> textMap(String name) {
        Map<String, String> entries = new LinkedHashMap<>();
        object(name).ifPresent(object -> object.node
                .properties()
                .forEach(entry -> entries.put(entry.getKey(), toText(entry.getValue(), object.path + entry.getKey()))));
        return entries;
    }

    /** The value as it stands, such as a policy document; a missing node if the property is absent. */
    public JsonNode json(String name) {
        return at(name).deepCopy();
    }

    /**
     * JSON that the service's own API wants as a text, such as {@code FilterPolicy} or {@code RedrivePolicy}: an object
     * is written compactly, a text is taken as it is.
     */
    public Optional<String> jsonText(String name) {
        return value(name, (value, at) -> value.isTextual() ? value.asText() : value.toString());
    }

    /** Key to value of {@code Tags}, whether they are a list of {@code Key} and {@code Value} or an object. */
    public Map<String, String> tags() {
        if (node.path("Tags").isObject()) {
            return textMap("Tags");
        }
        Map<String, String> tags = new LinkedHashMap<>();
        objects("Tags").forEach(tag -> tags.put(tag.requiredText("Key"), tag.requiredText("Value")));
        return tags;
    }

    /** A copy of all of it. */
    public ObjectNode toJson() {
        return node.deepCopy();
    }

    @Override
    public String toString() {
        return node.toString();
    }

    private <T> Optional<T> value(String name, BiFunction<JsonNode, String, T> conversion) {
        return has(name) ? Optional.of(conversion.apply(at(name), path + name)) : Optional.empty();
    }

    private JsonNode at(String name) {
        JsonNode value = node;
        for (String member : name.split("\\.", -1)) {
            value = value.path(member);
        }
        return value;
    }

    private <T> List<T> list(String name, BiFunction<JsonNode, String, T> conversion) {
        JsonNode value = at(name);
        if (value.isMissingNode()) {
            return List.of();
        }
        if (!value.isArray()) {
            return List.of(conversion.apply(value, path + name));
        }
        return IntStream.range(0, value.size())
                .mapToObj(i -> conversion.apply(value.path(i), path + name + "." + i))
                .toList();
    }

    private InvalidPropertyException missing(String name) {
        return new InvalidPropertyException(path + name, "is missing");
    }

    private static String toText(JsonNode value, String path) {
        if (!value.isValueNode()) {
            throw wrongForm(path, "a text", value);
        }
        return value.asText();
    }

    private static Integer toInteger(JsonNode value, String path) {
        try {
            return Integer.valueOf(value.asText());
        } catch (NumberFormatException e) {
            throw wrongForm(path, "a whole number", value);
        }
    }

    private static Boolean toBoolean(JsonNode value, String path) {
        return switch (value.asText()) {
            case "true", "True", "TRUE" -> true;
            case "false", "False", "FALSE" -> false;
            default -> throw wrongForm(path, "true or false", value);
        };
    }

    private static Properties toObject(JsonNode value, String path) {
        if (value instanceof ObjectNode object) {
            return new Properties(object, path + ".");
        }
        throw wrongForm(path, "an object", value);
    }

    private static InvalidPropertyException wrongForm(String path, String expected, JsonNode value) {
        return new InvalidPropertyException(path, "must be " + expected + ", was " + value);
    }
}
