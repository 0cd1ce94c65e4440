package dev.edaworkshop.localcloud.logs;

import java.time.Instant;

/**
 * One line of a log.
 *
 * @param number grows by one with each event of a group
 * @param time on the account's clock
 * @param message without a line feed at its end
 */
public record LogEvent(long number, String stream, Instant time, String message) {}
