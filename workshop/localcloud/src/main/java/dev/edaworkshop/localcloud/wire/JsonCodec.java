package dev.edaworkshop.localcloud.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallLocation;
import software.amazon.awssdk.core.protocol.MarshallingKnownType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.core.traits.TimestampFormatTrait;

/** JSON as AWS's JSON protocols write it, from and to any of AWS's model classes. */
final class JsonCodec {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private JsonCodec() {}

    /** Sets every member that is there; what AWS's model does not know is ignored, as AWS does. */
    static void read(byte[] body, SdkPojo builder) {
        JsonNode root = body.length == 0 ? NODES.objectNode() : parse(body);
        if (!root.isObject()) {
            throw new AwsException(400, "SerializationException", "Unexpected field type: the body must be an object");
        }
        readStructure(root, builder);
    }

    static byte[] write(SdkPojo response) {
        try {
            return JSON.writeValueAsBytes(structure(response));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A response that is a JSON tree can be written", e);
        }
    }

    private static JsonNode parse(byte[] body) {
        try {
            JsonNode node = JSON.readTree(body);
            if (node == null) {
                throw new AwsException(400, "SerializationException", "The body is empty");
            }
            return node;
        } catch (IOException e) {
            throw new AwsException(400, "SerializationException", "The body is not JSON: " + e.getMessage());
        }
    }

    private static void readStructure(JsonNode node, SdkPojo builder) {
        for (SdkField<?> field : builder.sdkFields()) {
            JsonNode value = node.get(field.locationName());
            if (field.location() == MarshallLocation.PAYLOAD && value != null && !value.isNull()) {
                field.set(builder, value(field, value));
            }
        }
    }

    private static @Nullable Object value(SdkField<?> field, JsonNode node) {
        if (node.isNull()) {
            return null;
        }
        return switch (Fields.type(field)) {
            case SDK_POJO -> {
                SdkPojo builder = Fields.newStructure(field);
                readStructure(expect(node.isObject(), field, node), builder);
                yield Fields.build(builder);
            }
            case LIST -> {
                SdkField<?> member = field.getTrait(ListTrait.class).memberFieldInfo();
                List<@Nullable Object> list = new ArrayList<>();
                for (JsonNode element : expect(node.isArray(), field, node)) {
                    expect(!element.isNull(), field, node);
                    list.add(value(member, element));
                }
                yield list;
            }
            case MAP -> {
                SdkField<?> valueField = field.getTrait(MapTrait.class).valueFieldInfo();
                Map<String, @Nullable Object> map = new LinkedHashMap<>();
                for (Map.Entry<String, JsonNode> entry :
                        expect(node.isObject(), field, node).properties()) {
                    map.put(entry.getKey(), value(valueField, entry.getValue()));
                }
                yield map;
            }
            case STRING -> expect(node.isTextual(), field, node).textValue();
            default ->
                Fields.scalar(field, expect(node.isValueNode(), field, node).asText());
        };
    }

    private static JsonNode expect(boolean fits, SdkField<?> field, JsonNode node) {
        if (!fits) {
            throw Fields.malformed(field, node);
        }
        return node;
    }

    private static ObjectNode structure(SdkPojo pojo) {
        ObjectNode node = NODES.objectNode();
        for (SdkField<?> field : pojo.sdkFields()) {
            if (field.location() == MarshallLocation.PAYLOAD) {
                Fields.value(field, pojo).ifPresent(value -> node.set(field.locationName(), node(field, value)));
            }
        }
        return node;
    }

    private static JsonNode node(SdkField<?> field, Object value) {
        MarshallingKnownType type = Fields.type(field);
        return switch (type) {
            case SDK_POJO -> structure((SdkPojo) value);
            case LIST -> {
                SdkField<?> member = field.getTrait(ListTrait.class).memberFieldInfo();
                var array = NODES.arrayNode();
                ((List<?>) value).forEach(element -> array.add(node(member, element)));
                yield array;
            }
            case MAP -> {
                SdkField<?> valueField = field.getTrait(MapTrait.class).valueFieldInfo();
                var object = NODES.objectNode();
                ((Map<?, ?>) value)
                        .forEach((key, element) -> object.set(String.valueOf(key), node(valueField, element)));
                yield object;
            }
            case INSTANT -> instant(field, (Instant) value);
            case SDK_BYTES ->
                NODES.textNode(Base64.getEncoder().encodeToString(((SdkBytes) value).asByteArrayUnsafe()));
            default -> JSON.valueToTree(value);
        };
    }

    private static JsonNode instant(SdkField<?> field, Instant instant) {
        TimestampFormatTrait format = field.getTrait(TimestampFormatTrait.class);
        if (format != null && format.format() == TimestampFormatTrait.Format.ISO_8601) {
            return NODES.textNode(instant.toString());
        }
        return NODES.numberNode(BigDecimal.valueOf(instant.toEpochMilli(), 3));
    }
}
