package dev.edaworkshop.localcloud.lambda;

/**
 * One of the events that an invocation hands to a function; a batch has several.
 *
 * @param eventId the id that the event keeps on all its hops
 * @param from ARN of who hands it over: a topic, a queue, a caller
 * @param attempt 1 for the first
 * @param payload for the journal
 */
record CarriedEvent(String eventId, String from, int attempt, String payload) {}
