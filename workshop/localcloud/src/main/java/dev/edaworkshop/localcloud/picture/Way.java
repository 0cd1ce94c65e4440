package dev.edaworkshop.localcloud.picture;

/**
 * A way that events can take.
 *
 * @param from id of a station
 * @param to id of a station, which may not exist: AWS lets a rule deliver to nowhere
 * @param name what people call it; empty if there is nothing to say
 * @param condition which events take it, as JSON: a filter policy, an event pattern; empty if all do
 */
public record Way(String from, String to, Kind kind, String name, String condition) {

    /** Why there is one. */
    public enum Kind {
        /** From a topic to an endpoint. */
        SUBSCRIPTION,
        /** From a bus to a rule. */
        RULE,
        /** From a rule to a target. */
        TARGET,
        /** From a queue or table to the function that reads it. */
        EVENT_SOURCE,
        /** From a function to where the outcomes of its asynchronous invocations are reported. */
        DESTINATION,
        /** To a dead-letter queue. */
        DEAD_LETTER,
        /** From an API to the function that answers. */
        ROUTE,
        /** From a bus to an archive. */
        ARCHIVE,
        /** From a function to what its role allows it to use. */
        MAY_USE
    }
}
