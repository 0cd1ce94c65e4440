package dev.edaworkshop.localcloud.lambda;

import java.time.Instant;

/**
 * An event in an asynchronous queue.
 *
 * @param requestId stays the same in all attempts
 * @param from ARN of who handed it over
 * @param eventId the id that the event keeps on all its hops
 * @param accepted when it was handed over; its age counts from then
 */
record AsyncEvent(String requestId, String payload, String from, String eventId, Instant accepted) {}
