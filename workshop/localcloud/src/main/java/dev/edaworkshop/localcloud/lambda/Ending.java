package dev.edaworkshop.localcloud.lambda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Locale;

/** How the runtime ended an invocation, before it is told to whoever asked for it. */
sealed interface Ending {
    /** The limit of a response, with what AWS allows on top. */
    int MAX_RESPONSE_BYTES = 6_291_556;

    ObjectMapper JSON = new ObjectMapper();

    InvocationResult result(String requestId, String logTail);

    record Response(String json) implements Ending {
        @Override
        public InvocationResult result(String requestId, String logTail) {
            return new InvocationResult.Returned(json.isEmpty() ? "null" : json, logTail);
        }
    }

    /** The function, or its initialization, reported an error. */
    record Error(String json) implements Ending {
        @Override
        public InvocationResult result(String requestId, String logTail) {
            JsonNode error = parse(json);
            return new InvocationResult.Failed(
                    error.path("errorType").asText(), error.path("errorMessage").asText(), json, logTail);
        }

        private static JsonNode parse(String json) {
            try {
                return JSON.readTree(json);
            } catch (JsonProcessingException e) {
                return JSON.missingNode();
            }
        }
    }

    /** The response was too large. */
    record TooLarge() implements Ending {
        @Override
        public InvocationResult result(String requestId, String logTail) {
            return failed(
                    "Function.ResponseSizeTooLarge",
                    "Response payload size exceeded maximum allowed payload size (%d bytes)."
                            .formatted(MAX_RESPONSE_BYTES),
                    logTail);
        }
    }

    record TimedOut(Duration limit) implements Ending {
        @Override
        public InvocationResult result(String requestId, String logTail) {
            String message = "RequestId: %s Error: Task timed out after %s seconds".formatted(requestId, seconds());
            ObjectNode payload = JsonNodeFactory.instance.objectNode();
            payload.put("errorType", "Sandbox.Timedout").put("errorMessage", message);
            return new InvocationResult.Failed("Sandbox.Timedout", message, payload.toString(), logTail);
        }

        String seconds() {
            return String.format(Locale.ROOT, "%.2f", limit.toMillis() / 1000.0);
        }
    }

    /** The process ended by itself, or was killed. */
    record Exited(int status) implements Ending {
        private static final int KILLED = 128 + 9;

        @Override
        public InvocationResult result(String requestId, String logTail) {
            String how =
                    switch (status) {
                        case 0 -> "Runtime exited without providing a reason";
                        case KILLED -> "Runtime exited with error: signal: killed";
                        default -> "Runtime exited with error: exit status " + status;
                    };
            return failed("Runtime.ExitError", "RequestId: %s Error: %s".formatted(requestId, how), logTail);
        }
    }

    /** There was no process: it could not be started, or a fault is switched on. */
    record NotStarted(String errorType, String errorMessage) implements Ending {
        @Override
        public InvocationResult result(String requestId, String logTail) {
            return failed(errorType, errorMessage, logTail);
        }
    }

    private static InvocationResult failed(String errorType, String errorMessage, String logTail) {
        ObjectNode payload = JsonNodeFactory.instance.objectNode();
        payload.put("errorMessage", errorMessage).put("errorType", errorType);
        return new InvocationResult.Failed(errorType, errorMessage, payload.toString(), logTail);
    }
}
