package dev.edaworkshop.localcloud.events;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.edaworkshop.localcloud.AccountContext;
import dev.edaworkshop.localcloud.delivery.Delivery;
import dev.edaworkshop.localcloud.delivery.DeliveryReceipt;
import dev.edaworkshop.localcloud.delivery.DeliveryTarget;
import dev.edaworkshop.localcloud.iam.Decision;
import dev.edaworkshop.localcloud.iam.Principal;
import dev.edaworkshop.localcloud.journal.Hop;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** The event buses of an account, by name; the default bus is always there. */
public final class EventBuses implements DeliveryTarget {
    private static final String PUT_EVENTS = "events:PutEvents";

    private final AccountContext account;
    private final TargetDeliveries targets;
    private final Tags tags = new Tags();
    private final BusPolicies policies;
    private final Map<String, EventBus> buses = new ConcurrentSkipListMap<>();

    public EventBuses(AccountContext account) {
        this.account = account;
        targets = new TargetDeliveries(account);
        policies = new BusPolicies(account.iam());
        add(EventBus.DEFAULT, Optional.empty());
    }

    /**
     * Creates a bus.
     *
     * @throws dev.edaworkshop.localcloud.wire.AwsException for a bad name, or if the bus exists
     */
    public synchronized EventBus create(String name, Optional<String> description) {
        Constraints.busName(name, "name");
        if (buses.containsKey(name)) {
            throw EventsErrors.alreadyExists("Event bus " + name);
        }
        if (name.contains("/")) {
            throw EventsErrors.validation("Event bus name must not contain '/'.");
        }
        return add(name, description);
    }

    /** @param nameOrArn of this account and region */
    public Optional<EventBus> find(String nameOrArn) {
        String prefix = account.arn("events", "event-bus/");
        if (nameOrArn.startsWith("arn:")) {
            return nameOrArn.startsWith(prefix)
                    ? Optional.ofNullable(buses.get(nameOrArn.substring(prefix.length())))
                    : Optional.empty();
        }
        return Optional.ofNullable(buses.get(nameOrArn));
    }

    /** @throws dev.edaworkshop.localcloud.wire.AwsException {@code ResourceNotFoundException} */
    public EventBus bus(String nameOrArn) {
        return find(nameOrArn).orElseThrow(() -> EventsErrors.busNotFound(nameIn(nameOrArn)));
    }

    /** By name. */
    public List<EventBus> all() {
        return List.copyOf(buses.values());
    }

    /**
     * Deletes the bus with its rules and its policy; does nothing if there is none.
     *
     * @throws dev.edaworkshop.localcloud.wire.AwsException for the default bus
     */
    public synchronized void delete(String name) {
        if (name.equals(EventBus.DEFAULT)) {
            throw EventsErrors.validation("Cannot delete event bus default.");
        }
        EventBus bus = buses.remove(name);
        if (bus != null) {
            bus.removeAll();
            tags.forget(bus.arn());
            policies.removeAll(bus.arn());
        }
    }

    /** The ARN that a bus, given by name or ARN, has or would have. */
    String arnOf(String nameOrArn) {
        return nameOrArn.startsWith("arn:") ? nameOrArn : account.arn("events", "event-bus/" + nameOrArn);
    }

    Tags tags() {
        return tags;
    }

    public BusPolicies policies() {
        return policies;
    }

    @Override
    public String service() {
        return "events";
    }

    /**
     * Takes an event for a bus.
     *
     * <p>The body is an event as JSON. {@code source}, {@code detail-type} and {@code detail} must be there; what else is
     * missing of {@linkplain BusEvent an event} is filled in. Its {@code id} is that of the delivery.
     */
    @Override
    public DeliveryReceipt accept(Delivery delivery) {
        Optional<EventBus> bus = find(delivery.targetArn());
        if (bus.isEmpty()) {
            return new DeliveryReceipt.Refused(
                    "NO_RESOURCE", "The event bus %s does not exist.".formatted(delivery.targetArn()), false);
        }
        Optional<String> denied = denial(delivery);
        if (denied.isPresent()) {
            return new DeliveryReceipt.Refused("NO_PERMISSIONS", denied.get(), false);
        }
        Optional<BusEvent> event = EventJson.object(delivery.body()).flatMap(body -> event(delivery, body));
        if (event.isEmpty()) {
            return new DeliveryReceipt.Refused(
                    "INVALID_JSON", "An event needs a source, a detail-type and an object as its detail.", false);
        }
        delivery.recordIn(account.journal());
        bus.get().route(event.get(), rule -> true);
        return new DeliveryReceipt.Accepted(event.get().id());
    }

    private Optional<BusEvent> event(Delivery delivery, ObjectNode body) {
        boolean complete = body.path("source").isTextual()
                && body.path("detail-type").isTextual()
                && body.path("detail").isObject();
        if (!complete) {
            return Optional.empty();
        }
        Instant now = account.clock().instant();
        if (delivery.sourceArn().startsWith("arn:aws:events:")) {
            return Optional.of(BusEvent.of(delivery.eventId(), body, now, true)); // passed on unchanged
        }
        List<String> resources = new ArrayList<>();
        body.path("resources").forEach(resource -> resources.add(resource.asText()));
        return Optional.of(BusEvent.of(
                new BusEvent.Origin(account.accountId(), account.region(), now),
                delivery.eventId(),
                body.path("source").asText(),
                body.path("detail-type").asText(),
                now,
                resources,
                (ObjectNode) body.path("detail")));
    }

    private Optional<String> denial(Delivery delivery) {
        Principal sender = delivery.sender();
        Decision decision = account.iam()
                .decide(sender, PUT_EVENTS, delivery.targetArn(), Map.of("aws:SourceArn", delivery.sourceArn()));
        if (!(decision instanceof Decision.Denied denied)) {
            return Optional.empty();
        }
        String message = denied.message(sender, PUT_EVENTS, delivery.targetArn());
        String reason = sender instanceof Principal.Service
                ? "%s. The target needs a RoleArn whose role may perform %s.".formatted(message, PUT_EVENTS)
                : message;
        account.journal()
                .hop(Hop.Kind.DENIED)
                .from(delivery.sourceArn())
                .to(delivery.targetArn())
                .event(delivery.eventId())
                .because(reason)
                .record();
        return Optional.of(reason);
    }

    private EventBus add(String name, Optional<String> description) {
        EventBus bus = new EventBus(name, account.arn("events", "event-bus/" + name), description, account, targets);
        buses.put(name, bus);
        return bus;
    }

    static String nameIn(String nameOrArn) {
        return nameOrArn.startsWith("arn:") ? nameOrArn.substring(nameOrArn.indexOf('/') + 1) : nameOrArn;
    }
}
