package dev.edaworkshop.localcloud.lambda;

import java.util.List;
import java.util.Optional;

/**
 * What a function is asked to do.
 *
 * @param requestId stays the same when an asynchronous invocation is retried
 * @param payload JSON
 * @param clientContext JSON, from callers that send one
 */
record Invocation(String requestId, String payload, List<CarriedEvent> events, Optional<String> clientContext) {
    Invocation {
        events = List.copyOf(events);
    }

    Invocation(String requestId, String payload, List<CarriedEvent> events) {
        this(requestId, payload, events, Optional.empty());
    }
}
