package dev.edaworkshop.localcloud.outbox;

import java.time.Instant;

/**
 * An e-mail or text message that AWS would have sent.
 *
 * @param time on the account's clock
 * @param to an e-mail address or a phone number
 * @param subject empty for a text message
 * @param sourceArn on whose behalf, such as a topic; empty for a text message sent directly
 * @param eventId the id that the event keeps on all its hops
 */
public record OutboxMessage(
        Instant time, Kind kind, String to, String subject, String body, String sourceArn, String eventId) {

    /** By which way it would have been sent. */
    public enum Kind {
        EMAIL,
        SMS
    }
}
