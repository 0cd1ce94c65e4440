package dev.edaworkshop.localcloud.delivery;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Finds the service that a delivery is for. */
public final class Deliveries {
    private final Map<String, DeliveryTarget> targets = new ConcurrentHashMap<>();
    private final Set<String> outOfReach = ConcurrentHashMap.newKeySet();

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
        if (outOfReach.contains(delivery.targetArn())) {
            return new DeliveryReceipt.Refused(
                    "INTERNAL_ERROR", "%s is out of reach, on purpose".formatted(delivery.targetArn()), true);
        }
        return target.accept(delivery);
    }

    /**
     * From now on nothing can be delivered to the target, as if its service did not answer; whoever delivers may try
     * again, as in an outage. What clients ask of the target themselves is answered.
     */
    public Outage cutOff(String targetArn) {
        outOfReach.add(targetArn);
        return () -> outOfReach.remove(targetArn);
    }

    /** A target that is out of reach; closing it ends the outage. */
    public interface Outage extends AutoCloseable {
        @Override
        void close();
    }
}
