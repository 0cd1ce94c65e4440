package dev.edaworkshop.localcloud.lambda;

/** Something that event source mappings read: the queues of an account, or the streams of its tables. */
public interface EventSource {
    /** The service part of its ARNs, such as {@code sqs}. */
    String service();

    /** The settings of a mapping for which nothing is said; those of streams have a {@link StreamSettings}. */
    EventSourceMapping.Settings defaults();

    /**
     * Refuses what cannot work: an event source that does not exist, a role that may not read it, settings that do not fit.
     *
     * @throws dev.edaworkshop.localcloud.wire.AwsException that says why
     */
    void check(Function function, String eventSourceArn, EventSourceMapping.Settings settings);

    /** Begins to read for the function. */
    Reading start(Function function, EventSourceMapping mapping);

    /** Ends when it is closed: no more is read, batches at work are finished. */
    interface Reading extends AutoCloseable {
        @Override
        void close();
    }
}
