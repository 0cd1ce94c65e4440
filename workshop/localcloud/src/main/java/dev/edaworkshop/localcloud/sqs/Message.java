package dev.edaworkshop.localcloud.sqs;

import java.time.Instant;
import java.util.Optional;

/**
 * A message as accepted: what stays the same however often it is received, and in whichever queue.
 *
 * @param id the SQS message id
 * @param eventId the id that the event keeps on all its hops; the message id if the event began as this message
 * @param senderId as the system attribute of that name says it
 * @param sequenceNumber 20 digits; of messages in FIFO queues only
 */
record Message(
        String id,
        String eventId,
        MessageContent content,
        String md5OfBody,
        String senderId,
        Instant sentAt,
        Optional<String> sequenceNumber) {}
