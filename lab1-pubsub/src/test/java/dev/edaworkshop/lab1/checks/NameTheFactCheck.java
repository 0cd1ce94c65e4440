package dev.edaworkshop.lab1.checks;

import dev.edaworkshop.testkit.DeployedLab;
import dev.edaworkshop.testkit.DeployedLab.Probe;
import dev.edaworkshop.testkit.DeployedLab.ProbeMessage;
import dev.edaworkshop.testkit.Exercise;
import dev.edaworkshop.testkit.Red;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Has the catalogue create a product, change its price and delete it, and listens on each of the three topics. */
@Exercise("1.2")
class NameTheFactCheck {

    private static final String CREATED = "product_created";
    private static final String PRICE_CHANGED = "product_price_changed";
    private static final String DELETED = "product_deleted";

    /** The output that names the topic of each fact. */
    private static final Map<String, String> TOPIC_OUTPUTS = Map.of(
            CREATED, "ProductCreatedTopicArn",
            PRICE_CHANGED, "ProductPriceChangedTopicArn",
            DELETED, "ProductDeletedTopicArn");

    private static final BigDecimal PRICE = new BigDecimal("24.90");
    private static final BigDecimal NEW_PRICE = new BigDecimal("19.90");

    private static final Set<String> ORDERS =
            Set.of("add", "change", "create", "delete", "inform", "notify", "remove", "send", "set", "update");
    private static final Set<String> INSTRUCTIONS = Set.of(
            "action",
            "command",
            "email",
            "instruction",
            "mail",
            "mail_to",
            "recipient",
            "send",
            "send_to",
            "template",
            "to");

    @Test
    void each_command_becomes_one_fact_on_a_topic_of_its_own(DeployedLab lab) {
        Map<String, Probe> probes = new LinkedHashMap<>();
        for (String fact : List.of(CREATED, PRICE_CHANGED, DELETED)) {
            probes.put(fact, lab.probe(lab.output(TOPIC_OUTPUTS.get(fact))));
        }

        String catalogue = lab.output("CatalogueFunction");
        lab.invoke(catalogue, command(lab, "create", ""));
        lab.invoke(catalogue, command(lab, "change-price", "\"new_price\": %s,".formatted(NEW_PRICE)));
        lab.invoke(catalogue, command(lab, "delete", ""));
        lab.drain();

        Map<String, List<ProbeMessage>> received = new LinkedHashMap<>();
        probes.forEach((fact, probe) -> received.put(fact, probe.received()));
        List<Heard> heard = Heard.of(received);
        heard.forEach(NameTheFactCheck::requireFact);
        requireHistoryUnchanged(heard);
        for (String fact : probes.keySet()) {
            Heard message = requireOnce(fact, heard);
            requireNoInstruction(message);
            requireOwnTopic(message);
        }
        requireFacts(requireOnce(CREATED, heard), lab, "sku", "name", "category");
        requireFacts(requireOnce(PRICE_CHANGED, heard), lab, "sku");
        requireFacts(requireOnce(DELETED, heard), lab);
        requireAmount(requireOnce(CREATED, heard), "price", PRICE);
        requireAmount(requireOnce(PRICE_CHANGED, heard), "old_price", PRICE);
        requireAmount(requireOnce(PRICE_CHANGED, heard), "new_price", NEW_PRICE);
        requireDistinctIds(heard);
    }

    private static String command(DeployedLab lab, String command, String more) {
        return """
                {"command": "%s", "source": "%s", %s "product": {"product_id": "p-0001", "sku": "TOY-0001",
                 "name": "Wooden boat", "category": "toys", "price": %s, "region": "eu"}}""".formatted(command, lab.source(), more, PRICE);
    }

    private static void requireFact(Heard message) {
        String name = message.name();
        if (ORDERS.contains(name.split("_")[0])) {
            throw Red.because(
                    "still-an-order",
                    "every message says what happened: "
                            + TOPIC_OUTPUTS.keySet().stream().sorted().toList(),
                    "The message still says `%s`. Who is being ordered to do something?".formatted(name));
        }
        if (!TOPIC_OUTPUTS.containsKey(name)
                || !name.equals(message.attributes().get("event_name"))) {
            throw Red.because(
                    "not-the-shops-word",
                    "event_name is one of %s, in the body and as an attribute"
                            .formatted(TOPIC_OUTPUTS.keySet().stream().sorted().toList()),
                    "A message calls itself `%s` in its body and `%s` in its attributes. Would the others on the pier know that word?"
                            .formatted(name, message.attributes().getOrDefault("event_name", "nothing")));
        }
    }

    private static void requireHistoryUnchanged(List<Heard> heard) {
        List<String> prices = heard.stream()
                .filter(message -> message.name().equals(CREATED))
                .map(message -> message.body().text("price"))
                .toList();
        if (prices.size() > 1) {
            throw Red.because(
                    "history-rewritten",
                    "product_created is said once, and stays as it was said",
                    "Wooden boat was created once, and the catalogue said so %d times, with the prices %s"
                            .formatted(prices.size(), prices));
        }
    }

    private static Heard requireOnce(String fact, List<Heard> heard) {
        List<Heard> messages =
                heard.stream().filter(message -> message.name().equals(fact)).toList();
        if (messages.size() != 1) {
            throw Red.because(
                    "fact-missing",
                    "one command, one event: %s exactly once".formatted(fact),
                    messages.isEmpty()
                            ? "The catalogue does not say %s at all".formatted(fact)
                            : "The catalogue does not say %s once but %d times".formatted(fact, messages.size()));
        }
        return messages.getFirst();
    }

    private static void requireNoInstruction(Heard message) {
        for (String field : message.body().fields()) {
            if (INSTRUCTIONS.contains(field)) {
                throw Red.because(
                        "instruction-inside",
                        "%s carries facts about the product and nothing else".formatted(message.name()),
                        "Its field `%s` = `%s` tells a reader what to do. Which reader, and does the catalogue know them?"
                                .formatted(field, message.body().text(field)));
            }
        }
    }

    private static void requireOwnTopic(Heard message) {
        Set<String> topics = message.topics();
        if (!topics.equals(Set.of(message.name()))) {
            String other = topics.stream()
                    .filter(topic -> !topic.equals(message.name()))
                    .findFirst()
                    .orElseThrow();
            throw Red.because(
                    "one-topic-for-all",
                    "%s is on its own topic and on no other".formatted(message.name()),
                    "Whoever subscribes to %s also hears %s".formatted(TOPIC_OUTPUTS.get(other), message.name()));
        }
    }

    private static void requireFacts(Heard message, DeployedLab lab, String... facts) {
        requireText(message, "product_id", "p-0001");
        requireText(message, "source", lab.source());
        for (String field : List.of("event_id", "occurred_at")) {
            if (message.body().text(field).isEmpty()) {
                throw missing(message, field, "");
            }
        }
        Map<String, String> product = Map.of("sku", "TOY-0001", "name", "Wooden boat", "category", "toys");
        for (String field : facts) {
            requireText(message, field, product.get(field));
        }
    }

    private static void requireText(Heard message, String field, String expected) {
        if (!message.body().text(field).equals(expected)) {
            throw missing(message, field, " `%s`".formatted(expected));
        }
    }

    private static void requireAmount(Heard message, String field, BigDecimal expected) {
        if (!message.body().says(field, expected)) {
            throw missing(message, field, " %s, as a number".formatted(expected));
        }
    }

    private static Red missing(Heard message, String field, String expected) {
        String observed = message.body().text(field);
        return Red.because(
                "fact-missing",
                "%s says %s%s".formatted(message.name(), field, expected),
                observed.isEmpty()
                        ? "%s does not say %s; a reader would have to call the catalogue and ask"
                                .formatted(message.name(), field)
                        : "%s does not say that; it says `%s`".formatted(message.name(), observed));
    }

    private static void requireDistinctIds(List<Heard> heard) {
        long ids = heard.stream()
                .map(message -> message.body().text("event_id"))
                .distinct()
                .count();
        if (ids < heard.size()) {
            throw Red.because(
                    "fact-missing",
                    "every event has an event_id of its own",
                    "%d events share %d ids: the id does not say which of them is meant".formatted(heard.size(), ids));
        }
    }
}
