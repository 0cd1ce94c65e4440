package dev.edaworkshop.lab2;

import dev.edaworkshop.lab2.given.ProductEvent;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;

/**
 * What the catalogue writes on the outside of every message. Subscriptions look at nothing else, so this is a contract:
 * who renames an attribute here, or leaves one out, empties somebody's queue.
 */
public final class EventAttributes {

    private static final String[] FACTS = {"sku", "category", "region", "price"};

    /** The event's name and source, and those of the facts above that it has. */
    public static Map<String, MessageAttributeValue> of(ProductEvent event) {
        Map<String, MessageAttributeValue> attributes = new TreeMap<>();
        attributes.put("event_name", attribute(event.eventName()));
        attributes.put("source", attribute(event.source()));
        for (String fact : FACTS) {
            if (event.facts().containsKey(fact)) {
                attributes.put(fact, attribute(event.facts().get(fact)));
            }
        }
        return attributes;
    }

    // begin exercise 2.4
    // The type is part of the contract: a numeric condition compares attributes of type Number and no others. The value
    // is written as text either way.
    private static MessageAttributeValue attribute(Object value) {
        return MessageAttributeValue.builder()
                .dataType(value instanceof Number ? "Number" : "String")
                .stringValue(value.toString())
                .build();
    }
    // end exercise 2.4

    private EventAttributes() {}
}
