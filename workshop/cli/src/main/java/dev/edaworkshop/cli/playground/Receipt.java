package dev.edaworkshop.cli.playground;

/** What became of an event that was sent. */
public sealed interface Receipt {
    /** @param eventId for {@code ./lab why} */
    record Accepted(String eventId) implements Receipt {}

    /** @param reason AWS's code and words */
    record Refused(String reason) implements Receipt {}
}
