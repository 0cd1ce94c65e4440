package dev.edaworkshop.localcloud.sqs;

import java.time.Instant;

/**
 * A message as accepted: what stays the same however often it is received, and in whichever queue.
 *
 * @param id the SQS message id
 * @param eventId the id that the event keeps on all its hops; the message id if the event began as this message
 * @param senderId as the system attribute of that name says it
 */
record Message(String id, String eventId, MessageContent content, String md5OfBody, String senderId, Instant sentAt) {}
