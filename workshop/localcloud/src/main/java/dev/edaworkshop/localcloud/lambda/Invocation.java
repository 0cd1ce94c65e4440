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
 * @param type by AWS's name, and what it means, for the journal
 */
record Invocation(
        String requestId,
        String payload,
        List<CarriedEvent> events,
        Optional<String> clientContext,
        Optional<String> functionArn,
        String type) {
    private static final String SYNCHRONOUS = "RequestResponse: the caller waits for the result";
    private static final String ASYNCHRONOUS = "Event: nobody waits for the result";

    Invocation {
        events = List.copyOf(events);
    }

    /** One whose result the caller waits for. */
    Invocation(String requestId, String payload, List<CarriedEvent> events) {
        this(requestId, payload, events, Optional.empty());
    }

    /** One whose result the caller waits for. */
    Invocation(String requestId, String payload, List<CarriedEvent> events, Optional<String> clientContext) {
        this(requestId, payload, events, clientContext, Optional.empty(), SYNCHRONOUS);
    }

    /** One that nobody waits for: its result goes to destinations, if to anybody. */
    static Invocation asynchronous(String requestId, String payload, List<CarriedEvent> events) {
        return new Invocation(requestId, payload, events, Optional.empty(), Optional.empty(), ASYNCHRONOUS);
    }

    /** The same for a function by that name. */
    Invocation as(String arn) {
        return new Invocation(requestId, payload, events, clientContext, Optional.of(arn), type);
    }
}
