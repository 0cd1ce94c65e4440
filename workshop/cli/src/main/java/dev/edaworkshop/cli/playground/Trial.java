package dev.edaworkshop.cli.playground;

import com.fasterxml.jackson.databind.JsonNode;
import dev.edaworkshop.localcloud.delivery.Delivery.Attribute;
import dev.edaworkshop.localcloud.patterns.EventPattern;
import dev.edaworkshop.localcloud.patterns.FilterPolicy;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A pattern or filter policy, tried on events without a cloud. */
public interface Trial {
    /** Why the event does not match; empty if it does. */
    Optional<String> whyNot(JsonNode event);

    static Trial of(EventPattern pattern) {
        return event -> event.isObject()
                ? pattern.whyNot(event.toString())
                : Optional.of("it is no JSON object, and a pattern looks at objects");
    }

    /**
     * Tries a filter policy on messages.
     *
     * <p>An event is a message if it has what SNS writes into its envelope: {@code Message}, perhaps {@code
     * MessageAttributes}. Otherwise it is taken for the body, or for the attributes, each with the type of its JSON value.
     */
    static Trial of(FilterPolicy policy) {
        return event -> {
            boolean envelope = event.has("Message") || event.has("MessageAttributes");
            return switch (policy.scope()) {
                case MESSAGE_BODY ->
                    policy.whyNot(
                            envelope ? attributes(event.path("MessageAttributes")) : Map.of(),
                            envelope ? event.path("Message").asText() : event.toString());
                case MESSAGE_ATTRIBUTES ->
                    policy.whyNot(
                            attributes(envelope ? event.path("MessageAttributes") : event),
                            envelope ? event.path("Message").asText() : "");
            };
        };
    }

    private static Map<String, Attribute> attributes(JsonNode object) {
        Map<String, Attribute> attributes = new LinkedHashMap<>();
        object.properties().forEach(entry -> attributes.put(entry.getKey(), attribute(entry.getValue())));
        return attributes;
    }

    /** As in the envelope, {@code {"Type": "Number", "Value": "5"}}, or just the value. */
    private static Attribute attribute(JsonNode value) {
        if (value.isObject() && value.has("Type") && value.has("Value")) {
            return new Attribute(
                    value.path("Type").asText(), value.path("Value").asText());
        }
        if (value.isNumber()) {
            return new Attribute("Number", value.asText());
        }
        return value.isArray()
                ? new Attribute("String.Array", value.toString())
                : new Attribute("String", value.isValueNode() ? value.asText() : value.toString());
    }
}
