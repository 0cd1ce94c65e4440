package dev.edaworkshop.localcloud.events;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.edaworkshop.localcloud.AccountContext;
import dev.edaworkshop.localcloud.delivery.Delivery;
import dev.edaworkshop.localcloud.delivery.DeliveryReceipt;
import dev.edaworkshop.localcloud.iam.Decision;
import dev.edaworkshop.localcloud.iam.Principal;
import dev.edaworkshop.localcloud.journal.Hop;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What rules of other buses, and other services, deliver to a bus. */
final class BusArrivals {
    private static final String PUT_EVENTS = "events:PutEvents";

    private final EventBuses buses;
    private final AccountContext account;

    BusArrivals(EventBuses buses, AccountContext account) {
        this.buses = buses;
        this.account = account;
    }

    DeliveryReceipt accept(Delivery delivery) {
        Optional<EventBus> bus = buses.find(delivery.targetArn());
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
                    "INVALID_JSON",
                    "What is to become an event has no source, no detail-type, or no JSON object as its detail.",
                    false);
        }
        delivery.recordIn(account.journal());
        bus.get().route(event.get(), rule -> true);
        return new DeliveryReceipt.Accepted(event.get().id());
    }

    private Optional<BusEvent> event(Delivery delivery, ObjectNode body) {
        if (delivery.sourceArn().startsWith("arn:aws:events:")) {
            Instant now = account.clock().instant();
            return Optional.of(BusEvent.of(delivery.eventId(), body, now, true)); // passed on unchanged
        }
        Delivery.Attribute source = delivery.attributes().get("source");
        Delivery.Attribute detailType = delivery.attributes().get("detail-type");
        if (source == null || detailType == null) {
            return Optional.empty();
        }
        BusEvent.Origin origin = buses.origin();
        return Optional.of(BusEvent.of(
                origin,
                delivery.eventId(),
                source.value(),
                detailType.value(),
                origin.now(),
                resources(delivery),
                body));
    }

    private static List<String> resources(Delivery delivery) {
        List<String> arns = new ArrayList<>();
        Optional.ofNullable(delivery.attributes().get("resources"))
                .flatMap(attribute -> EventJson.read(attribute.value()))
                .ifPresent(array -> array.forEach(arn -> arns.add(arn.asText())));
        return arns;
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
}
