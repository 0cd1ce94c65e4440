package dev.edaworkshop.lab1.reservations;

/**
 * A message as it lies in a queue, whoever took it out.
 *
 * @param id the queue's own: the next message gets another one, even if it says the same
 * @param body the event, JSON
 */
public record QueueMessage(String id, String body) {}
