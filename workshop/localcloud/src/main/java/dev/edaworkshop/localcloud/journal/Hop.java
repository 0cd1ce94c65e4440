package dev.edaworkshop.localcloud.journal;

import java.time.Instant;

/**
 * One step of an event on its way.
 *
 * @param number grows by one with each hop of an account
 * @param time on the account's clock
 * @param from ARN, or who else acted: an IAM principal's ARN, a service such as {@code sns.amazonaws.com}
 * @param to ARN of what the event went to, or should have gone to
 * @param eventId the id AWS gave the event where it entered: the SNS or SQS message id, the EventBridge event id, the
 *     request id of an asynchronous invocation. It stays the same on all hops. Empty if the hop is about no event
 * @param attempt 1 for the first delivery or invocation, 2 for the first retry, …; 0 where it has no meaning
 * @param explanation why, in words an attendee understands
 * @param payload what was handed over; empty if nothing was
 * @param attributes the message attributes of what was published, as SNS writes them into its envelope; empty if there
 *     are none
 */
public record Hop(
        long number,
        Instant time,
        Kind kind,
        String from,
        String to,
        String eventId,
        int attempt,
        Explanation explanation,
        String payload,
        String attributes) {

    /** With a reason that is known already, and without attributes. */
    public Hop(
            long number,
            Instant time,
            Kind kind,
            String from,
            String to,
            String eventId,
            int attempt,
            String reason,
            String payload) {
        this(number, time, kind, from, to, eventId, attempt, Explanation.of(reason), payload, "");
    }

    /** Why; empty if there is nothing to explain. */
    public String reason() {
        return explanation.words();
    }

    /** What happened. */
    public enum Kind {
        /** A publisher handed an event to a topic, bus or queue, and it was accepted. */
        PUBLISHED,
        /** A topic or bus had nobody to hand the event to. */
        UNROUTED,
        /** A filter policy or pattern did not match; the reason names the first field that failed. */
        FILTERED,
        /** A FIFO topic or queue took the event for a repetition of one it had within the last five minutes. */
        DEDUPLICATED,
        /** A topic, bus or queue handed the event to its next station. */
        DELIVERED,
        /** The next station did not take it; the reason is its error. */
        REFUSED,
        /** A delivery or invocation will be tried again. */
        RETRY_SCHEDULED,
        /** Nobody will try again and no dead-letter queue was there: the event is gone. */
        LOST,
        /** A consumer took a message from a queue; it is hidden until deleted or timed out. */
        RECEIVED,
        /** A consumer deleted a message: done. */
        DELETED,
        /** A message was not deleted in time, or was returned, and can be received again. */
        VISIBLE_AGAIN,
        /** A message or event went to a dead-letter queue or failure destination. */
        DEAD_LETTERED,
        /** A message went from a dead-letter queue back to work. */
        REDRIVEN,
        /** A function was invoked; the reason is the invocation's type, {@code RequestResponse} or {@code Event}. */
        INVOKED,
        /** The function returned normally; the payload is what it returned. */
        RETURNED,
        /** The function failed: it threw, timed out, or its process ended; the payload is its error, as Lambda reports it. */
        THREW,
        /** IAM did not allow an API call or a delivery. */
        DENIED,
        /** Somebody used a table; the reason is the action, such as {@code PutItem}. */
        API_CALL,
        /** A client called a deployed API; the payload is the request's body. */
        REQUESTED,
        /** A deployed API answered its client; the reason is the status, and what went wrong. */
        ANSWERED
    }
}
