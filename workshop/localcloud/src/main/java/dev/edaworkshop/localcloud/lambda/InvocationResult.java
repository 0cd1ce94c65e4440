package dev.edaworkshop.localcloud.lambda;

/** How an invocation ended. */
public sealed interface InvocationResult {
    /** JSON: what the function returned, or the description of its error. */
    String payload();

    /** The end of what the invocation logged; at most 4 KB. */
    String logTail();

    /** The function returned normally. */
    record Returned(String payload, String logTail) implements InvocationResult {}

    /**
     * The function threw, took too long, or its process ended.
     *
     * @param errorType a Java class, or Lambda's own: {@code Sandbox.Timedout}, {@code Runtime.ExitError}; may be empty
     */
    record Failed(String errorType, String errorMessage, String payload, String logTail) implements InvocationResult {
        /** For the journal. */
        String reason() {
            return errorType.isEmpty() ? errorMessage : errorType + ": " + errorMessage;
        }
    }
}
