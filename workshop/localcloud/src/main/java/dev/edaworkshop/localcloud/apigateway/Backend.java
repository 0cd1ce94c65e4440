package dev.edaworkshop.localcloud.apigateway;

/** The functions behind an API. */
@FunctionalInterface
public interface Backend {
    /**
     * Invokes a function and waits for its result.
     *
     * @param sourceArn on whose behalf: the route, or the authorizer; the function's policy must let it
     * @param eventId the request's id
     */
    Outcome invoke(String functionArn, String sourceArn, String eventId, String payload);

    /** How it ended. */
    sealed interface Outcome {
        /** @param payload JSON */
        record Returned(String payload) implements Outcome {}

        /** The function threw or was ended. */
        record Failed(String reason) implements Outcome {}

        /** It was not invoked: there is no such function, or API Gateway may not invoke it. */
        record Refused(String reason) implements Outcome {}

        /** It did not answer within the time that API Gateway waits. */
        record TimedOut(String reason) implements Outcome {}
    }
}
