package dev.edaworkshop.localcloud.sns;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Ties one endpoint to one topic.
 *
 * @param endpoint the ARN of a queue or function, a URL, an e-mail address, a phone number
 * @param principal ARN of who subscribed
 * @param confirmation what the subscriber must say, if this protocol asks for it
 */
public record Subscription(
        String arn,
        String topicArn,
        Protocol protocol,
        String endpoint,
        SubscriptionAttributes attributes,
        String principal,
        Optional<Confirmation> confirmation) {
    private static final Duration TOKEN_LIFETIME = Duration.ofDays(2);

    /**
     * Whether a subscriber has agreed.
     *
     * @param token sent to the subscriber, who sends it back within two days
     */
    public record Confirmation(String token, Instant sent, boolean received) {}

    /** Whether the subscriber has yet to agree; until then nothing is delivered. */
    public boolean isPending() {
        return confirmation.filter(asked -> !asked.received()).isPresent();
    }

    /** Whether the subscriber gets the message as it was published. */
    boolean isRaw() {
        return attributes.isRaw() && protocol.canBeRaw();
    }

    /** Whether the endpoint is a FIFO queue. */
    boolean isForFifoQueue() {
        return protocol == Protocol.SQS && endpoint.endsWith(".fifo");
    }

    boolean hasToken(String token, Instant now) {
        return confirmation
                .filter(asked -> asked.token().equals(token)
                        && asked.sent().plus(TOKEN_LIFETIME).isAfter(now))
                .isPresent();
    }

    Subscription confirmed() {
        return new Subscription(
                arn,
                topicArn,
                protocol,
                endpoint,
                attributes,
                principal,
                confirmation.map(asked -> new Confirmation(asked.token(), asked.sent(), true)));
    }

    Subscription with(SubscriptionAttributes changed) {
        return new Subscription(arn, topicArn, protocol, endpoint, changed, principal, confirmation);
    }
}
