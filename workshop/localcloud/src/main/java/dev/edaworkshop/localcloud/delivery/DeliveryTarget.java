package dev.edaworkshop.localcloud.delivery;

/** A service that others deliver to. */
public interface DeliveryTarget {
    /** The service part of the ARNs it answers for, such as {@code sqs}. */
    String service();

    /**
     * Takes the delivery or says why not; checks the permission of the sender. Does not wait for consumers.
     *
     * <p>What is taken is recorded in the journal here, before a consumer can see it, so that the journal tells the story
     * in its order. What is refused is for the sender to record, which knows what happens next.
     */
    DeliveryReceipt accept(Delivery delivery);
}
