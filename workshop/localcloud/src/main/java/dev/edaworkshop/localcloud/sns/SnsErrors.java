package dev.edaworkshop.localcloud.sns;

import dev.edaworkshop.localcloud.wire.AwsException;
import org.jspecify.annotations.Nullable;

/**
 * SNS's errors, codes and texts as AWS sends them.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/api/CommonErrors.html">SNS errors</a>
 */
final class SnsErrors {
    private SnsErrors() {}

    static AwsException invalidParameter(String what) {
        return new AwsException(400, "InvalidParameter", "Invalid parameter: " + what);
    }

    static AwsException invalidValue(String message) {
        return new AwsException(400, "ParameterValueInvalid", message);
    }

    static AwsException topicNotFound() {
        return new AwsException(404, "NotFound", "Topic does not exist");
    }

    /** A topic of another region. */
    static AwsException foreignTopic() {
        return invalidParameter("TopicArn");
    }

    static AwsException tooManyFilterPolicies(int limit) {
        return new AwsException(
                403,
                "FilterPolicyLimitExceeded",
                "The topic has %d subscriptions with a filter policy, as many as a topic may have.".formatted(limit));
    }

    static AwsException subscriptionNotFound() {
        return new AwsException(404, "NotFound", "Subscription does not exist");
    }

    static AwsException resourceNotFound() {
        return new AwsException(404, "ResourceNotFound", "Resource does not exist");
    }

    static AwsException batch(String code, String message) {
        return new AwsException(400, code, message);
    }

    /** What AWS has and the local cloud does not: named, never ignored. */
    static AwsException unsupported(String what) {
        return new AwsException(400, "InvalidParameter", "The local cloud does not support %s of SNS.".formatted(what));
    }

    static String required(String parameter, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            throw invalidParameter(parameter + " Reason: no value for required parameter");
        }
        return value;
    }

    /** Checks the form that all ARNs have; whether the resource exists is another matter. */
    static void requireArn(String parameter, String arn) {
        int elements = arn.split(":", -1).length;
        if (elements < 6) {
            throw invalidParameter(
                    "%s Reason: An ARN must have at least 6 elements, not %d".formatted(parameter, elements));
        }
    }
}
