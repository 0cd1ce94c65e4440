package dev.edaworkshop.localcloud.sqs;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A queue's address: on this or any other host, such as {@code http://127.0.0.1:4566/000000000000/orders} or
 * {@code https://sqs.us-east-1.amazonaws.com/000000000000/orders}; or its path alone.
 */
record QueueUrl(String accountId, String queueName) {
    private static final Pattern URL = Pattern.compile("(?:https?://[^/]+)?/(\\d{12})/([^/?]+)/?");

    static boolean isQueueUrl(String text) {
        return URL.matcher(text).matches();
    }

    /** @throws dev.edaworkshop.localcloud.wire.AwsException {@code InvalidAddress} if it is none */
    static QueueUrl parse(String text) {
        Matcher matcher = URL.matcher(text);
        if (!matcher.matches()) {
            throw SqsErrors.invalidAddress(text);
        }
        return new QueueUrl(matcher.group(1), matcher.group(2));
    }
}
