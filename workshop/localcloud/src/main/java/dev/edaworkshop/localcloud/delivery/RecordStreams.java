package dev.edaworkshop.localcloud.delivery;

import java.util.Optional;

/** Finds the stream that an event source mapping reads. */
public interface RecordStreams {
    /** @param arn of a stream that is switched on */
    Optional<RecordStream> find(String arn);
}
