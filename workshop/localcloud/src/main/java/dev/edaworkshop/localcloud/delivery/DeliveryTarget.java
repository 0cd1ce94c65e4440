package dev.edaworkshop.localcloud.delivery;

/** A service that others deliver to. */
public interface DeliveryTarget {
    /** The service part of the ARNs it answers for, such as {@code sqs}. */
    String service();

    /** Takes the delivery or says why not; checks the permission of the sender. Does not wait for consumers. */
    DeliveryReceipt accept(Delivery delivery);
}
