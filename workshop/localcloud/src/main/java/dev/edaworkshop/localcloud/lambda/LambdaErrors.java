package dev.edaworkshop.localcloud.lambda;

import dev.edaworkshop.localcloud.wire.AwsException;
import org.jspecify.annotations.Nullable;

/**
 * Lambda's errors, codes and texts as AWS sends them.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html">Lambda errors</a>
 */
final class LambdaErrors {
    /** AWS's text when there is no concurrency left. */
    static final String THROTTLED = "Rate Exceeded.";

    private static final String TOO_MANY_REQUESTS = "TooManyRequestsException";

    private LambdaErrors() {}

    static AwsException invalidParameter(String message) {
        return new AwsException(400, "InvalidParameterValueException", message);
    }

    static AwsException invalidParameter(String message, Throwable cause) {
        AwsException exception = invalidParameter(message);
        exception.initCause(cause);
        return exception;
    }

    static AwsException functionNotFound(String arn) {
        return new AwsException(404, "ResourceNotFoundException", "Function not found: " + arn);
    }

    /** Neither a policy nor anything else of that name. */
    static AwsException resourceNotFound() {
        return new AwsException(404, "ResourceNotFoundException", "The resource you requested does not exist.");
    }

    /** @param reason which limit is reached, in AWS's words */
    static AwsException throttled(String reason) {
        return new AwsException(429, TOO_MANY_REQUESTS, THROTTLED).with("Reason", reason);
    }

    static boolean isThrottling(AwsException e) {
        return e.code().equals(TOO_MANY_REQUESTS);
    }

    static AwsException conflict(String message) {
        return new AwsException(409, "ResourceConflictException", message);
    }

    /** Somebody else has changed it meanwhile. */
    static AwsException preconditionFailed() {
        return new AwsException(
                412,
                "PreconditionFailedException",
                "The Revision Id provided does not match the latest Revision Id. Call the GetFunction/GetAlias API to retrieve the latest Revision Id");
    }

    static AwsException validation(@Nullable Object value, String path, String constraint) {
        return new AwsException(
                400,
                "ValidationException",
                "1 validation error detected: Value '%s' at '%s' failed to satisfy constraint: %s"
                        .formatted(value, path, constraint));
    }

    /** @throws AwsException if the value is not within the bounds, both included */
    static void checkRange(long value, String path, long min, long max) {
        if (value < min) {
            throw validation(value, path, "Member must have value greater than or equal to " + min);
        }
        if (value > max) {
            throw validation(value, path, "Member must have value less than or equal to " + max);
        }
    }

    /** What AWS has and the local cloud does not: named, never ignored. */
    static AwsException unsupported(String what) {
        return invalidParameter("The local cloud does not support %s of Lambda.".formatted(what));
    }
}
