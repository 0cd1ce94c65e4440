package dev.edaworkshop.localcloud.delivery;

/** How a target answered. */
public sealed interface DeliveryReceipt {
    /** @param id what the target calls it: a message id, a request id */
    record Accepted(String id) implements DeliveryReceipt {}

    /**
     * The target did not take it.
     *
     * @param code AWS's error code
     * @param reason in words
     * @param retryable false if trying again cannot help: no permission, no such resource
     */
    record Refused(String code, String reason, boolean retryable) implements DeliveryReceipt {}
}
