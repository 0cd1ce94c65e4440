package dev.edaworkshop.lab1.checks;

import dev.edaworkshop.localcloud.journal.Hop;
import dev.edaworkshop.localcloud.journal.Hop.Kind;
import dev.edaworkshop.testkit.DeployedLab;
import dev.edaworkshop.testkit.DeployedLab.Fault;
import dev.edaworkshop.testkit.DeployedLab.Handled;
import dev.edaworkshop.testkit.Exercise;
import dev.edaworkshop.testkit.Red;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;

/** Publishes ten events, once each, and looks at who handled which of them. */
@Exercise("1.3")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FanOutCheck {

    private static final int EVENTS = 10;

    @Test
    @Order(1)
    void each_consumer_gets_every_event(DeployedLab lab) {
        Set<String> events = publish(lab);

        lab.drain();

        List<Handled> inventory = handled(lab, "Inventory", events);
        List<Handled> notifications = handled(lab, "Notifications", events);
        requireNotShared(ids(inventory), ids(notifications));
        requireEach("Inventory", inventory, events, lab);
        requireEach("Notifications", notifications, events, lab);
    }

    @Test
    @Order(2)
    void when_one_consumer_fails_the_other_does_not_notice_and_nothing_is_lost(DeployedLab lab) {
        Set<String> events;
        try (Fault _ = lab.fail(lab.output("NotificationsFunction"))) {
            events = publish(lab);
            lab.drain();
        }
        requireUndisturbed(handled(lab, "Inventory", events), events);
        requireAsked(events, lab);

        lab.drain(); // Notifications works again: what waits in its queue is handled now

        requireNothingLost(ids(handled(lab, "Notifications", events)), events, lab);
    }

    private static void requireNotShared(Set<String> inventory, Set<String> notifications) {
        Set<String> both = new HashSet<>(inventory);
        both.retainAll(notifications);
        if (both.isEmpty() && !inventory.isEmpty() && !notifications.isEmpty()) {
            throw Red.because(
                    "both-on-one-queue",
                    "Inventory and Notifications each handle all %d events".formatted(EVENTS),
                    "Inventory saw %d of %d, Notifications the other %d. Are they sharing or copying?"
                            .formatted(inventory.size(), EVENTS, notifications.size()));
        }
    }

    private static void requireEach(String consumer, List<Handled> handled, Set<String> events, DeployedLab lab) {
        Set<String> ids = ids(handled);
        if (ids.isEmpty() && otherConsumerSharesItsQueue(consumer, lab)) {
            throw Red.because(
                    "both-on-one-queue",
                    "Inventory and Notifications each handle all %d events".formatted(EVENTS),
                    "%s saw 0 of %d, and hears them as soon as the other one fails. Are they sharing or copying?"
                            .formatted(consumer, EVENTS));
        }
        if (ids.size() < events.size()) {
            throw Red.because(
                    "not-every-event",
                    "%s handles all %d events".formatted(consumer, EVENTS),
                    ids.isEmpty()
                            ? "%s heard nothing of %d events".formatted(consumer, EVENTS)
                            : "%s heard only %d of %d events".formatted(consumer, ids.size(), EVENTS));
        }
        if (handled.size() > events.size()) {
            throw Red.because(
                    "heard-twice",
                    "%s handles each of the %d events once".formatted(consumer, EVENTS),
                    "%s handled %d events %d times. By how many ways do they reach it?"
                            .formatted(consumer, EVENTS, handled.size()));
        }
    }

    /**
     * Of two consumers on one queue, one may have been quick enough to take everything. While that one fails, the other
     * gets its events; a consumer that nobody delivers to still hears nothing.
     */
    private static boolean otherConsumerSharesItsQueue(String silent, DeployedLab lab) {
        String other = silent.equals("Inventory") ? "Notifications" : "Inventory";
        Set<String> events;
        try (Fault _ = lab.fail(lab.output(other + "Function"))) {
            events = publish(lab);
            lab.drain();
        }
        return !handled(lab, silent, events).isEmpty();
    }

    private static void requireUndisturbed(List<Handled> inventory, Set<String> events) {
        Set<String> atOnce = inventory.stream()
                .filter(handled -> handled.attempt() == 1)
                .map(Handled::eventId)
                .collect(Collectors.toSet());
        if (atOnce.size() < events.size()) {
            throw Red.because(
                    "both-on-one-queue",
                    "while Notifications fails, Inventory handles all %d events as if nothing had happened"
                            .formatted(EVENTS),
                    "Inventory got %d of %d at once, %d later and %d never: Notifications had taken them first. "
                                    .formatted(
                                            atOnce.size(),
                                            EVENTS,
                                            ids(inventory).size() - atOnce.size(),
                                            EVENTS - ids(inventory).size())
                            + "Are they sharing or copying?");
        }
    }

    /** Who is asked nothing can lose nothing, and has proved nothing. */
    private static void requireAsked(Set<String> events, DeployedLab lab) {
        Set<String> failed = eventsWith(Kind.THREW, lab);
        failed.retainAll(events);
        if (failed.isEmpty()) {
            throw Red.because(
                    "not-every-event",
                    "Notifications is given %d events while it cannot handle them, and none of them is lost"
                            .formatted(EVENTS),
                    "Notifications heard nothing of %d events, so nobody knows what it would have lost"
                            .formatted(EVENTS));
        }
    }

    private static void requireNothingLost(Set<String> handledLater, Set<String> events, DeployedLab lab) {
        // That Notifications was not asked to handle some of them is another test's matter.
        Set<String> lost = eventsWith(Kind.THREW, lab);
        lost.retainAll(events);
        lost.removeAll(handledLater);
        lost.removeAll(eventsWith(Kind.DEAD_LETTERED, lab));
        if (!lost.isEmpty()) {
            throw Red.because(
                    "lost-silently",
                    "events that Notifications cannot handle are put aside, or wait",
                    "Notifications failed, and %d of %d events are gone: no queue has them any more, not even a dead-letter queue"
                            .formatted(lost.size(), EVENTS));
        }
    }

    private static Set<String> eventsWith(Kind kind, DeployedLab lab) {
        return lab.journal().stream()
                .filter(hop -> hop.kind() == kind)
                .map(Hop::eventId)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static List<Handled> handled(DeployedLab lab, String consumer, Set<String> events) {
        return lab.handled(lab.output(consumer + "Function")).stream()
                .filter(handled -> events.contains(handled.eventId()))
                .toList();
    }

    private static Set<String> ids(List<Handled> handled) {
        return handled.stream().map(Handled::eventId).collect(Collectors.toSet());
    }

    /** @return the ids SNS gave them */
    private static Set<String> publish(DeployedLab lab) {
        String topic = lab.output("ProductCreatedTopicArn");
        return IntStream.rangeClosed(1, EVENTS)
                .mapToObj(i -> lab.sns()
                        .publish(request -> request.topicArn(topic)
                                .message(productCreated(lab.source(), i))
                                .messageAttributes(
                                        Map.of("event_name", text("product_created"), "source", text(lab.source()))))
                        .messageId())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String productCreated(String source, int number) {
        return """
                {"event_id": "%1$s-%2$d", "event_name": "product_created", "source": "%1$s",
                 "occurred_at": "2026-11-20T09:15:00Z", "product_id": "p-%2$d", "sku": "TOY-%2$04d",
                 "name": "Wooden boat no. %2$d", "category": "toys", "price": 24.90, "region": "eu"}""".formatted(source, number);
    }

    private static MessageAttributeValue text(String value) {
        return MessageAttributeValue.builder()
                .dataType("String")
                .stringValue(value)
                .build();
    }
}
