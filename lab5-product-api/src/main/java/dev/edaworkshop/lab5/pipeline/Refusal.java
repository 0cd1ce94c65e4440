package dev.edaworkshop.lab5.pipeline;

import dev.edaworkshop.lab5.event.DomainEvent;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

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

    /** The service did not answer; perhaps somebody in front of it did, who knows no error codes. */
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

    private static final int TOO_MANY_REQUESTS = 429;

    /** The code of a request that failed as a whole: the service's own, or what its status stands for. */
    static String code(AwsServiceException failure) {
        return Optional.ofNullable(failure.awsErrorDetails())
                .map(AwsErrorDetails::errorCode)
                .orElseGet(() -> byStatus(failure.statusCode()));
    }

    /** A load balancer's page in HTML has no code. */
    private static String byStatus(int status) {
        return status >= 500 || status == TOO_MANY_REQUESTS ? UNREACHABLE : "Status" + status;
    }

    public String productId() {
        return event.productId();
    }

    boolean isWorthAnotherTry() {
        return PASSING.contains(code);
    }
}
