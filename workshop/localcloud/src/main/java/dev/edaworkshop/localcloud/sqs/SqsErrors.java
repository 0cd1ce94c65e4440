package dev.edaworkshop.localcloud.sqs;

import dev.edaworkshop.localcloud.wire.AwsException;

/**
 * SQS's errors with both their codes: the JSON protocol's, and the Query protocol's that SDKs report.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/CommonErrors.html">SQS errors</a>
 */
final class SqsErrors {
    private static final String QUERY_PREFIX = "AWS.SimpleQueueService.";

    private SqsErrors() {}

    static AwsException queueDoesNotExist() {
        String message = "The specified queue does not exist";
        return new AwsException(
                400,
                "QueueDoesNotExist",
                QUERY_PREFIX + "NonExistentQueue",
                message + ".",
                message + " for this wsdl version.");
    }

    static AwsException invalidAddress(String address) {
        return new AwsException(
                400,
                "InvalidAddress",
                "The address %s is not valid for this endpoint. A queue URL looks like http://127.0.0.1:4566/000000000000/name."
                        .formatted(address));
    }

    static AwsException queueNameExists(String differingAttribute) {
        return new AwsException(
                400,
                "QueueNameExists",
                "QueueAlreadyExists",
                "A queue already exists with the same name and a different value for attribute " + differingAttribute);
    }

    static AwsException missingParameter(String name) {
        return new AwsException(
                400,
                "MissingRequiredParameterException",
                "MissingParameter",
                "The request must contain the parameter %s.".formatted(name));
    }

    static AwsException invalidParameter(String message) {
        return new AwsException(400, "InvalidParameterValueException", "InvalidParameterValue", message);
    }

    static AwsException invalidParameter(String name, Object value, String reason) {
        return invalidParameter("Value %s for parameter %s is invalid. Reason: %s".formatted(value, name, reason));
    }

    static AwsException messageTooLong(int maxBytes) {
        return invalidParameter("One or more parameters are invalid. Reason: Message must be shorter than %d bytes."
                .formatted(maxBytes));
    }

    static AwsException invalidMessageContents() {
        return new AwsException(
                400,
                "InvalidMessageContents",
                "Invalid characters found. Valid unicode characters are #x9 | #xA | #xD | #x20 to #xD7FF | #xE000 to #xFFFD | #x10000 to #x10FFFF.");
    }

    static AwsException unknownAttribute(String name) {
        return new AwsException(400, "InvalidAttributeName", "Unknown Attribute %s.".formatted(name));
    }

    static AwsException invalidAttributeValue(String name, String reason) {
        return new AwsException(
                400, "InvalidAttributeValue", "Invalid value for the parameter %s. %s".formatted(name, reason));
    }

    static AwsException receiptHandleIsInvalid(String handle) {
        return new AwsException(
                400,
                "ReceiptHandleIsInvalid",
                "The input receipt handle \"%s\" is not a valid receipt handle.".formatted(handle));
    }

    static AwsException receiptHandleHasExpired(String handle) {
        return invalidParameter("ReceiptHandle", handle, "The receipt handle has expired.");
    }

    static AwsException notForThisQueueType(String parameter, Object value) {
        return invalidParameter(
                parameter, value, "The request include parameter that is not valid for this queue type.");
    }

    static AwsException messageNotInFlight() {
        return new AwsException(
                400,
                "MessageNotInflight",
                QUERY_PREFIX + "MessageNotInflight",
                "The specified message isn't in flight.");
    }

    static AwsException tooManyInFlight(int limit) {
        return new AwsException(
                403,
                "OverLimit",
                "The queue has %d messages in flight, as many as a queue may have. Delete some of them first."
                        .formatted(limit));
    }

    static AwsException purgeInProgress(String queueName) {
        return new AwsException(
                403,
                "PurgeQueueInProgress",
                QUERY_PREFIX + "PurgeQueueInProgress",
                "Only one PurgeQueue operation on %s is allowed every 60 seconds.".formatted(queueName));
    }

    /** An error about a batch as a whole. */
    static AwsException batch(String code, String message) {
        return new AwsException(400, code, QUERY_PREFIX + code, message);
    }

    static AwsException resourceNotFound(String parameter) {
        return new AwsException(
                404,
                "ResourceNotFoundException",
                "The resource that you specified for the %s parameter doesn't exist.".formatted(parameter));
    }

    /** What AWS has and the local cloud does not: named, never ignored. */
    static AwsException unsupported(String what) {
        return new AwsException(
                400,
                "UnsupportedOperation",
                QUERY_PREFIX + "UnsupportedOperation",
                "The local cloud does not support %s.".formatted(what));
    }
}
