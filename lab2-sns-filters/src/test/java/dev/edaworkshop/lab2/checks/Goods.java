package dev.edaworkshop.lab2.checks;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Map.Entry;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;

/**
 * Goods that a check invents, and what is announced about them.
 *
 * @param what for people who read the check's verdict
 * @param facts stand in the body, and as attributes as the catalogue promises them; a price is a number there
 */
record Goods(String what, Map<String, String> facts) {

    Goods {
        facts = Map.copyOf(facts);
    }

    static Goods called(String what) {
        return new Goods(what, Map.of());
    }

    Goods with(String fact, String value) {
        Map<String, String> more = new LinkedHashMap<>(facts);
        more.put(fact, value);
        return new Goods(what, more);
    }

    boolean has(String fact, String value) {
        return value.equals(facts.get(fact));
    }

    boolean says(String fact) {
        return facts.containsKey(fact);
    }

    /** {@code Wooden boat (sku TOY-0001, region eu)}. */
    @Override
    public String toString() {
        return facts.isEmpty()
                ? what
                : "%s (%s)"
                        .formatted(
                                what,
                                facts.entrySet().stream()
                                        .map(fact -> "%s `%s`".formatted(fact.getKey(), fact.getValue()))
                                        .sorted()
                                        .collect(Collectors.joining(", ")));
    }

    Map<String, MessageAttributeValue> attributes(String source) {
        Map<String, MessageAttributeValue> attributes = new LinkedHashMap<>();
        attributes.put("event_name", attribute("String", "product_created"));
        attributes.put("source", attribute("String", source));
        facts.forEach(
                (fact, value) -> attributes.put(fact, attribute(fact.equals("price") ? "Number" : "String", value)));
        return attributes;
    }

    /** The body of a product_created. */
    String createdBody(String eventId, String source) {
        String more = facts.entrySet().stream()
                .map(Goods::json)
                .map(field -> ", " + field)
                .sorted()
                .collect(Collectors.joining());
        return """
            {"event_id": "%1$s", "event_name": "product_created", "source": "%2$s", \
            "occurred_at": "2026-11-20T09:15:00Z", "product_id": "p-%1$s", "name": "%3$s"%4$s}\
            """.formatted(eventId, source, what, more);
    }

    /** The body of a stock_depleted, which is nested. */
    String soldOutBody(String eventId, String source) {
        return """
            {"event_id": "%1$s", "event_name": "stock_depleted", "source": "%2$s", \
            "occurred_at": "2026-11-20T17:40:00Z", "product_id": "p-%1$s", \
            "product": {"name": "%3$s"%4$s}, "stock": {"left": 0%5$s}%6$s}\
            """.formatted(eventId, source, what, field("category"), field("warehouse"), field("note"));
    }

    private String field(String fact) {
        return says(fact) ? ", \"%s\": \"%s\"".formatted(fact, facts.get(fact)) : "";
    }

    private static String json(Entry<String, String> fact) {
        return fact.getKey().equals("price")
                ? "\"price\": " + fact.getValue()
                : "\"%s\": \"%s\"".formatted(fact.getKey(), fact.getValue());
    }

    private static MessageAttributeValue attribute(String type, String value) {
        return MessageAttributeValue.builder().dataType(type).stringValue(value).build();
    }
}
