package dev.edaworkshop.localcloud.events;

import dev.edaworkshop.localcloud.delivery.DeliveryReceipt;
import java.util.Locale;
import java.util.Set;

/** What a dead-letter queue is told in {@code ERROR_CODE}, of the error that a target's service gave. */
final class DeliveryError {
    private static final Set<String> KNOWN = Set.of(
            "NO_PERMISSIONS",
            "NO_RESOURCE",
            "RESOURCE_ALREADY_EXISTS",
            "THROTTLING",
            "TIMEOUT",
            "CONNECTION_FAILURE",
            "ERROR_FROM_TARGET",
            "SDK_CLIENT_ERROR",
            "INVALID_JSON",
            "INVALID_PARAMETER",
            "INTERNAL_ERROR",
            "FAILED_TO_ASSUME_ROLE");

    private DeliveryError() {}

    static String code(DeliveryReceipt.Refused refused) {
        if (KNOWN.contains(refused.code())) {
            return refused.code();
        }
        String code = refused.code().toLowerCase(Locale.ROOT);
        if (code.contains("notfound") || code.contains("nonexistent") || code.contains("doesnotexist")) {
            return "NO_RESOURCE";
        }
        if (code.contains("accessdenied") || code.contains("authorization")) {
            return "NO_PERMISSIONS";
        }
        if (code.contains("thrott") || code.contains("toomanyrequests")) {
            return "THROTTLING";
        }
        if (code.contains("invalidparameter") || code.contains("validation")) {
            return "INVALID_PARAMETER";
        }
        return "ERROR_FROM_TARGET";
    }
}
