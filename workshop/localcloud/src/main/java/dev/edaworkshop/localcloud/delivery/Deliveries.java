package dev.edaworkshop.localcloud.delivery;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Finds the service that a delivery is for. */
public final class Deliveries {
    private final Map<String, DeliveryTarget> targets = new ConcurrentHashMap<>();

    public void register(DeliveryTarget target) {
        targets.put(target.service(), target);
    }

    /** Hands the delivery over. */
    public DeliveryReceipt deliver(Delivery delivery) {
        String[] arn = delivery.targetArn().split(":", 4);
        String service = arn.length > 2 ? arn[2] : "";
        DeliveryTarget target = targets.get(service);
        if (target == null) {
            return new DeliveryReceipt.Refused(
                    "NO_RESOURCE",
                    "%s: the local cloud delivers to no %s".formatted(delivery.targetArn(), service),
                    false);
        }
        return target.accept(delivery);
    }
}
