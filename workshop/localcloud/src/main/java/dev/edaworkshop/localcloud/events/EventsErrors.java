package dev.edaworkshop.localcloud.events;

import dev.edaworkshop.localcloud.patterns.InvalidPatternException;
import dev.edaworkshop.localcloud.wire.AwsException;

/**
 * EventBridge's errors, codes and texts as AWS sends them.
 *
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/APIReference/CommonErrors.html">EventBridge errors</a>
 */
final class EventsErrors {
    private EventsErrors() {}

    static AwsException validation(String message) {
        return new AwsException(400, "ValidationException", message);
    }

    static AwsException invalidParameter(String parameter, String reason) {
        return validation("Parameter %s is not valid. Reason: %s".formatted(parameter, reason));
    }

    /**
     * A value that breaks a constraint of AWS's model.
     *
     * @param path such as {@code name} or {@code targets.1.member.id}
     */
    static AwsException constraint(Object value, String path, String constraint) {
        return validation("1 validation error detected: Value '%s' at '%s' failed to satisfy constraint: %s"
                .formatted(value, path, constraint));
    }

    static AwsException missing(String path) {
        return validation(
                "1 validation error detected: Value null at '%s' failed to satisfy constraint: Member must not be null"
                        .formatted(path));
    }

    static AwsException invalidPattern(InvalidPatternException cause) {
        return invalidPattern(String.valueOf(cause.getMessage()));
    }

    static AwsException invalidPattern(String reason) {
        return new AwsException(400, "InvalidEventPatternException", "Event pattern is not valid. Reason: " + reason);
    }

    static AwsException notFound(String message) {
        return new AwsException(400, "ResourceNotFoundException", message);
    }

    static AwsException busNotFound(String name) {
        return notFound("Event bus %s does not exist.".formatted(name));
    }

    static AwsException ruleNotFound(String rule, String bus) {
        return notFound("Rule %s does not exist on EventBus %s.".formatted(rule, bus));
    }

    static AwsException alreadyExists(String what) {
        return new AwsException(400, "ResourceAlreadyExistsException", what + " already exists.");
    }

    static AwsException limitExceeded() {
        return new AwsException(
                400, "LimitExceededException", "The requested resource exceeds the maximum number allowed.");
    }

    static AwsException managedRule(String rule) {
        return new AwsException(
                400,
                "ManagedRuleException",
                "Rule %s is managed by an AWS service can only be modified if force is provided.".formatted(rule));
    }

    static AwsException illegalStatus(String message) {
        return new AwsException(400, "IllegalStatusException", message);
    }

    /** What AWS has and the local cloud does not: named, never ignored. */
    static AwsException unsupported(String what) {
        return validation("The local cloud does not support %s of EventBridge.".formatted(what));
    }
}
