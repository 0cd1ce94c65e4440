package dev.edaworkshop.lab1.checks;

import dev.edaworkshop.testkit.DeployedLab;
import dev.edaworkshop.testkit.DeployedLab.Handled;
import dev.edaworkshop.testkit.Exercise;
import dev.edaworkshop.testkit.Red;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.lambda.model.EventSourceMappingConfiguration;

/** Publishes twelve events of each fact, and counts which instance of which service handled which of them. */
@Exercise("1.4")
class DeliveryModesCheck {

    private static final int EVENTS = 12;

    /** The instances by the output with the name of their function. */
    private static final List<Instance> INSTANCES = List.of(
            new Instance("Inventory north", "inventory", "InventoryNorthFunction"),
            new Instance("Inventory south", "inventory", "InventorySouthFunction"),
            new Instance("Notifications", "notifications", "NotificationsInstanceFunction"));

    @Test
    void each_fact_is_handled_as_often_as_it_has_to_be(DeployedLab lab) {
        Map<String, Integer> declined = publish("payment_declined", "PaymentDeclinedTopicArn", lab);
        Map<String, Integer> soldOut = publish("stock_depleted", "StockDepletedTopicArn", lab);
        Map<String, Integer> receipts = publish("receipt_sent", "ReceiptSentTopicArn", lab);

        lab.drain();

        requirePool(handlings(declined, lab));
        requireBroadcast(handlings(soldOut, lab));
        requireSingleton(handlings(receipts, lab));
        requireNobodyIdle(lab);
    }

    private static void requirePool(Handlings handlings) {
        String expected = "payment_declined is handled once by each service: %d handlings of %d events"
                .formatted(2 * EVENTS, EVENTS);
        for (int event = 1; event <= EVENTS; event++) {
            List<Instance> by = handlings.of(event);
            if (by.isEmpty()) {
                throw notHandled(expected, "payment_declined", event, handlings);
            }
            if (services(by).size() < 2) {
                throw Red.because(
                        "pool-shared-by-all",
                        expected,
                        "%d handlings. Event %d was handled by %s only: who tells the other service?"
                                .formatted(
                                        handlings.total(), event, services(by).first()));
            }
            if (by.size() > 2) {
                throw Red.because(
                        "pool-as-broadcast",
                        expected,
                        "%d handlings. Event %d was handled by %s: the goods were put back twice"
                                .formatted(handlings.total(), event, names(by)));
            }
        }
    }

    private static void requireBroadcast(Handlings handlings) {
        String expected = "stock_depleted is handled once by each instance: %d handlings of %d events"
                .formatted(INSTANCES.size() * EVENTS, EVENTS);
        for (int event = 1; event <= EVENTS; event++) {
            List<Instance> by = handlings.of(event);
            if (by.isEmpty()) {
                throw notHandled(expected, "stock_depleted", event, handlings);
            }
            for (Instance instance : INSTANCES) {
                if (!by.contains(instance)) {
                    throw Red.because(
                            "broadcast-as-pool",
                            expected,
                            "%d handlings. Event %d was handled by %s, and %s still sells what is sold out"
                                    .formatted(handlings.total(), event, names(by), instance.name()));
                }
            }
            requireOnceEach(expected, "stock_depleted", event, by);
        }
    }

    private static void requireSingleton(Handlings handlings) {
        String expected =
                "receipt_sent is handled once in the whole shop: %d handlings of %d events".formatted(EVENTS, EVENTS);
        for (int event = 1; event <= EVENTS; event++) {
            List<Instance> by = handlings.of(event);
            if (by.isEmpty()) {
                throw notHandled(expected, "receipt_sent", event, handlings);
            }
            if (services(by).size() > 1) {
                throw Red.because(
                        "singleton-as-pool",
                        expected,
                        "%d handlings. Event %d was handled by inventory *and* by notifications: singleton means once in the whole shop"
                                .formatted(handlings.total(), event));
            }
            requireOnceEach(expected, "receipt_sent", event, by);
        }
    }

    private static Red notHandled(String expected, String fact, int event, Handlings handlings) {
        return Red.because(
                "not-handled",
                expected,
                "%d handlings. Event %d was handled by nobody: which queue gets %s, and who reads it?"
                        .formatted(handlings.total(), event, fact));
    }

    private static void requireOnceEach(String expected, String fact, int event, List<Instance> by) {
        if (by.size() > Set.copyOf(by).size() || fact.equals("receipt_sent") && by.size() > 1) {
            throw Red.because(
                    "handled-twice",
                    expected,
                    "Event %d of %s was handled by %s. By how many ways does it reach them?"
                            .formatted(event, fact, names(by)));
        }
    }

    /** With one reader less the numbers are the same, until that reader fails. Who reads what is not left to chance. */
    private static void requireNobodyIdle(DeployedLab lab) {
        Map<String, Set<String>> readers = new TreeMap<>();
        for (Instance instance : INSTANCES) {
            for (EventSourceMappingConfiguration mapping : lab.lambda()
                    .listEventSourceMappings(request -> request.functionName(lab.output(instance.output())))
                    .eventSourceMappings()) {
                readers.computeIfAbsent(mapping.eventSourceArn(), queue -> new TreeSet<>())
                        .add(instance.name());
            }
        }
        requireShared(readers, Set.of("Inventory north", "Inventory south"), "the queue of Inventory's pool");
        requireShared(
                readers, INSTANCES.stream().map(Instance::name).collect(Collectors.toSet()), "the singleton's queue");
    }

    private static void requireShared(Map<String, Set<String>> readers, Set<String> instances, String queue) {
        if (!readers.containsValue(instances)) {
            throw Red.because(
                    "idle-instance",
                    "%s read %s together: when one is down, the others go on".formatted(sorted(instances), queue),
                    "No queue is read by %s. Who takes over when the one that reads is down?"
                            .formatted(sorted(instances)));
        }
    }

    /** @return the number of each event by the id SNS gave it */
    private static Map<String, Integer> publish(String fact, String topicOutput, DeployedLab lab) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        for (int number = 1; number <= EVENTS; number++) {
            String body = """
                    {"event_id": "%1$s-%2$s-%3$d", "event_name": "%2$s", "source": "%1$s",
                     "occurred_at": "2026-11-20T09:15:00Z", "product_id": "p-%3$d"}""".formatted(lab.source(), fact, number);
            String id = lab.sns()
                    .publish(
                            request -> request.topicArn(lab.output(topicOutput)).message(body))
                    .messageId();
            numbers.put(id, number);
        }
        return numbers;
    }

    private static Handlings handlings(Map<String, Integer> numbers, DeployedLab lab) {
        Map<Integer, List<Instance>> byEvent = new TreeMap<>();
        for (Instance instance : INSTANCES) {
            for (Handled handled : lab.handled(lab.output(instance.output()))) {
                Integer number = numbers.get(handled.eventId());
                if (number != null) {
                    byEvent.computeIfAbsent(number, event -> new ArrayList<>()).add(instance);
                }
            }
        }
        return new Handlings(byEvent);
    }

    private static TreeSet<String> services(List<Instance> instances) {
        return instances.stream().map(Instance::service).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String names(List<Instance> instances) {
        return instances.stream().map(Instance::name).collect(Collectors.joining(" and "));
    }

    private static String sorted(Set<String> names) {
        return names.stream().sorted().collect(Collectors.joining(" and "));
    }

    /** One running copy of a service. */
    private record Instance(String name, String service, String output) {}

    /** Who handled which event. */
    private record Handlings(Map<Integer, List<Instance>> byEvent) {

        List<Instance> of(int event) {
            return byEvent.getOrDefault(event, List.of());
        }

        int total() {
            return byEvent.values().stream().mapToInt(List::size).sum();
        }
    }
}
