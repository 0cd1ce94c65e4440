package dev.edaworkshop.localcloud.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.edaworkshop.localcloud.patterns.EventPattern;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the words for an event that no rule wanted. */
final class Misses {
    /** More rules than that are not compared, even if somebody asks. */
    private static final int MAX_COMPARED = 200;

    private Misses() {}

    static String whyNot(EventPattern pattern, BusEvent event) {
        return pattern.whyNot(event.json()).orElse("The event pattern matches.");
    }

    /** Names the rule that came nearest, and what kept it from matching. */
    static String explain(EventBus bus, BusEvent event) {
        List<Rule> rules = bus.rules().stream()
                .filter(rule -> !rule.isManaged() && rule.settings().pattern().isPresent())
                .toList();
        if (rules.isEmpty()) {
            return "Bus %s has no rule with an event pattern.".formatted(bus.name());
        }
        Optional<Rule> disabled = rules.stream()
                .filter(rule -> !rule.isEnabled())
                .limit(MAX_COMPARED)
                .filter(rule -> rule.settings().pattern().orElseThrow().matches(event.json()))
                .findFirst();
        if (disabled.isPresent()) {
            return "Rule %s of bus %s would match, but is disabled."
                    .formatted(disabled.get().name(), bus.name());
        }
        Optional<Rule> nearest = rules.stream()
                .filter(Rule::isEnabled)
                .limit(MAX_COMPARED)
                .max(Comparator.comparingDouble(
                        rule -> share(rule.settings().pattern().orElseThrow(), event)));
        return nearest.map(rule -> "None of the %d rules of bus %s matches. Nearest: rule %s. %s"
                        .formatted(
                                rules.size(),
                                bus.name(),
                                rule.name(),
                                whyNot(rule.settings().pattern().orElseThrow(), event)))
                .orElseGet(() -> "All rules of bus %s are disabled.".formatted(bus.name()));
    }

    /** How much of the pattern matches, from 0 to 1. */
    private static double share(EventPattern pattern, BusEvent event) {
        JsonNode fields = EventJson.object(pattern.json()).orElseThrow();
        long matching = fields.properties().stream()
                .filter(field -> only(field.getKey(), field.getValue()).matches(event.json()))
                .count();
        return (double) matching / fields.size();
    }

    private static EventPattern only(String field, JsonNode values) {
        ObjectNode one = JsonNodeFactory.instance.objectNode();
        one.set(field, values);
        return new EventPattern(one.toString());
    }
}
