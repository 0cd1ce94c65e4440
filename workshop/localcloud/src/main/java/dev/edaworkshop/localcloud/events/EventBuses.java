package dev.edaworkshop.localcloud.events;

import dev.edaworkshop.localcloud.AccountContext;
import dev.edaworkshop.localcloud.delivery.Delivery;
import dev.edaworkshop.localcloud.delivery.DeliveryReceipt;
import dev.edaworkshop.localcloud.delivery.DeliveryTarget;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The event buses of an account, by name; the default bus is always there. */
public final class EventBuses implements DeliveryTarget {
    private final AccountContext account;
    private final TargetDeliveries targets;
    private final Tags tags = new Tags();
    private final BusPolicies policies;
    private final BusArrivals arrivals;
    private final Map<String, EventBus> buses = new ConcurrentSkipListMap<>();
    private final List<PutEventsWatch> watches = new CopyOnWriteArrayList<>();

    public EventBuses(AccountContext account, ApiDestinations apiDestinations) {
        this.account = account;
        targets = new TargetDeliveries(account, apiDestinations);
        policies = new BusPolicies(account.iam());
        arrivals = new BusArrivals(this, account);
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

    /** From now on sees each PutEvents call, and refuses the entries that the plan says, until the watch is closed. */
    public PutEventsWatch watch(PutEventsWatch.Plan plan) {
        PutEventsWatch watch = new PutEventsWatch(plan, watches::remove);
        watches.add(watch);
        return watch;
    }

    List<PutEventsWatch> watches() {
        return watches;
    }

    /** The ARN that a bus, given by name or ARN, has or would have. */
    String arnOf(String nameOrArn) {
        return nameOrArn.startsWith("arn:") ? nameOrArn : account.arn("events", "event-bus/" + nameOrArn);
    }

    /** Where events come from now. */
    BusEvent.Origin origin() {
        return new BusEvent.Origin(
                account.accountId(), account.region(), account.clock().instant());
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
     * Takes an event for a bus: from a rule the whole event as it is; from others the detail, with {@code source},
     * {@code detail-type} and perhaps {@code resources} as attributes.
     */
    @Override
    public DeliveryReceipt accept(Delivery delivery) {
        return arrivals.accept(delivery);
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
