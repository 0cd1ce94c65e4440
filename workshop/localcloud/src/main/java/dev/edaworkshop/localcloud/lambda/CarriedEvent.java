package dev.edaworkshop.localcloud.lambda;

/**
 * One of the events that an invocation hands to a function; a batch has several.
 *
 * @param eventId the id that the event keeps on all its hops
 * @param messageId of the message that brings it; the event's own id if no message does
 * @param from ARN of who hands it over: a topic, a queue, a caller
 * @param attempt 1 for the first
 * @param payload for the journal
 */
record CarriedEvent(String eventId, String messageId, String from, int attempt, String payload) {}
