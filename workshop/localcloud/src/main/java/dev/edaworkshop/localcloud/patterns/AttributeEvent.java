package dev.edaworkshop.localcloud.patterns;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.edaworkshop.localcloud.delivery.Delivery;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** Message attributes as the JSON object that a filter policy is asked about. */
final class AttributeEvent {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private AttributeEvent() {}

    static String of(Map<String, Delivery.Attribute> attributes) {
        ObjectNode event = NODES.objectNode();
        attributes.forEach((name, attribute) -> value(attribute).ifPresent(value -> event.set(name, value)));
        return event.toString();
    }

    /** @return empty for what SNS does not look at: binary attributes, and arrays and numbers that are none */
    static Optional<JsonNode> value(Delivery.Attribute attribute) {
        String type = attribute.type();
        if (attribute.isBinary()) {
            return Optional.empty();
        }
        if (type.equals("String.Array")) {
            return array(attribute.value());
        }
        return type.startsWith("Number") ? number(attribute.value()) : Optional.of(NODES.textNode(attribute.value()));
    }

    private static Optional<JsonNode> number(String text) {
        try {
            return Optional.of(NODES.numberNode(new BigDecimal(text.strip())));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Arrays and objects inside are no values that a policy could ask for. */
    private static Optional<JsonNode> array(String text) {
        try {
            JsonNode read = Json.read(text);
            if (!read.isArray()) {
                return Optional.empty();
            }
            ArrayNode values = NODES.arrayNode();
            read.forEach(element -> {
                if (element.isValueNode()) {
                    values.add(element);
                }
            });
            return Optional.of(values);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
