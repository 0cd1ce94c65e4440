package dev.edaworkshop.localcloud.lambda;

import java.util.List;
import java.util.Optional;

/**
 * What a function is asked to do.
 *
 * @param requestId stays the same when an asynchronous invocation is retried
 * @param payload JSON
 * @param clientContext JSON, from callers that send one
 * @param functionArn as the caller named the function; empty for the function's own
 */
record Invocation(
        String requestId,
        String payload,
        List<CarriedEvent> events,
        Optional<String> clientContext,
        Optional<String> functionArn) {
    Invocation {
        events = List.copyOf(events);
    }

    Invocation(String requestId, String payload, List<CarriedEvent> events) {
        this(requestId, payload, events, Optional.empty());
    }

    Invocation(String requestId, String payload, List<CarriedEvent> events, Optional<String> clientContext) {
        this(requestId, payload, events, clientContext, Optional.empty());
    }

    /** The same for a function by that name. */
    Invocation as(String arn) {
        return new Invocation(requestId, payload, events, clientContext, Optional.of(arn));
    }
}
