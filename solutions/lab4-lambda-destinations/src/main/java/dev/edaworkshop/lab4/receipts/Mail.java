package dev.edaworkshop.lab4.receipts;

/**
 * An e-mail.
 *
 * @param id the mailbox sends a mail with the same id once, however often it is asked to
 * @param correlationId of the conversation that it belongs to, so that whoever answers the customer finds the rest of it
 */
public record Mail(String id, String to, String subject, String body, String correlationId) {}
