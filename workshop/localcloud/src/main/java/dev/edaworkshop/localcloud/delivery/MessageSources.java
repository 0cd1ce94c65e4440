package dev.edaworkshop.localcloud.delivery;

import java.util.Optional;

/** Finds the queue that an event source mapping reads. */
public interface MessageSources {
    /** @param arn of a queue */
    Optional<MessageSource> find(String arn);
}
