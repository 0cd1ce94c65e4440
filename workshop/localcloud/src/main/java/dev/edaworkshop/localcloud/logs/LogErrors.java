package dev.edaworkshop.localcloud.logs;

import dev.edaworkshop.localcloud.wire.AwsException;

/** CloudWatch Logs' errors, codes and texts as AWS sends them. */
final class LogErrors {
    private LogErrors() {}

    static AwsException groupNotFound() {
        return new AwsException(400, "ResourceNotFoundException", "The specified log group does not exist.");
    }

    static AwsException alreadyExists() {
        return new AwsException(400, "ResourceAlreadyExistsException", "The specified log group already exists");
    }

    static AwsException streamNotFound() {
        return new AwsException(400, "ResourceNotFoundException", "The specified log stream does not exist.");
    }

    static AwsException policyNotFound(String name) {
        return new AwsException(
                400, "ResourceNotFoundException", "Policy with name [%s] does not exist".formatted(name));
    }

    static AwsException limitExceeded(String message) {
        return new AwsException(400, "LimitExceededException", message);
    }

    static AwsException invalidParameter(String message) {
        return new AwsException(400, "InvalidParameterException", message);
    }

    /** What AWS has and the local cloud does not: named, never ignored. */
    static AwsException unsupported(String what) {
        return invalidParameter("The local cloud does not support %s of CloudWatch Logs.".formatted(what));
    }
}
