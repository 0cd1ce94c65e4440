package dev.edaworkshop.localcloud.lambda;

import dev.edaworkshop.localcloud.wire.AwsException;

/**
 * Lambda's errors, codes and texts as AWS sends them.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html">Lambda errors</a>
 */
final class LambdaErrors {
    private LambdaErrors() {}

    static AwsException invalidParameter(String message) {
        return new AwsException(400, "InvalidParameterValueException", message);
    }

    static AwsException functionNotFound(String arn) {
        return new AwsException(404, "ResourceNotFoundException", "Function not found: " + arn);
    }

    /** Neither a policy nor anything else of that name. */
    static AwsException resourceNotFound() {
        return new AwsException(404, "ResourceNotFoundException", "The resource you requested does not exist.");
    }

    static AwsException conflict(String message) {
        return new AwsException(409, "ResourceConflictException", message);
    }

    static AwsException validation(Object value, String path, String constraint) {
        return new AwsException(
                400,
                "ValidationException",
                "1 validation error detected: Value '%s' at '%s' failed to satisfy constraint: %s"
                        .formatted(value, path, constraint));
    }

    /** What AWS has and the local cloud does not: named, never ignored. */
    static AwsException unsupported(String what) {
        return invalidParameter("The local cloud does not support %s of Lambda.".formatted(what));
    }
}
