package dev.edaworkshop.lab1.checks;

import dev.edaworkshop.testkit.DeployedLab.ProbeMessage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A message that somebody published, and the topics whose subscribers heard it.
 *
 * @param topics the facts that the topics are there for, {@code product_created}; more than one if they share a topic
 */
record Heard(String messageId, Body body, Map<String, String> attributes, Set<String> topics) {

    /** What the message calls itself. */
    String name() {
        return body.text("event_name");
    }

    /** @param received what arrived, by the fact that the topic is there for */
    static List<Heard> of(Map<String, List<ProbeMessage>> received) {
        Map<String, Heard> byId = new LinkedHashMap<>();
        received.forEach((topic, messages) -> messages.forEach(message -> byId.computeIfAbsent(
                        message.messageId(),
                        id -> new Heard(id, Body.parse(message.body()), message.attributes(), new TreeSet<>()))
                .topics()
                .add(topic)));
        return new ArrayList<>(byId.values());
    }
}
