package dev.edaworkshop.localcloud.sns;

import java.time.Instant;
import java.util.Optional;

/**
 * A message that a topic has accepted.
 *
 * @param id the message id, the same on every hop that follows
 * @param sequenceNumber 20 digits; of FIFO topics only
 */
record Publication(String id, Optional<String> sequenceNumber, Instant time, Message message) {}
