package dev.edaworkshop.lab5.pipeline;

import dev.edaworkshop.lab5.event.DomainEvent;
import java.util.Set;

/**
 * An event that was not accepted, and why.
 *
 * @param code the service's error code, or one of ours
 */
public record Refusal(DomainEvent event, String code, String message) {

    /** It would not fit into any request; nobody was asked. */
    static final String OVERSIZE = "OversizeEvent";

    /** An earlier event of the same product was refused; nobody was asked. */
    static final String HELD_BACK = "HeldBack";

    /** The service did not answer. */
    static final String UNREACHABLE = "Unreachable";

    /** What may go well the next time. Everything else stays wrong however often it is sent. */
    private static final Set<String> PASSING = Set.of(
            "InternalFailure",
            "InternalException",
            "InternalError",
            "ServiceUnavailable",
            "ThrottlingException",
            "Throttled",
            UNREACHABLE,
            HELD_BACK);

    public String productId() {
        return event.productId();
    }

    boolean isWorthAnotherTry() {
        return PASSING.contains(code);
    }
}
