package dev.edaworkshop.localcloud.lambda;

import java.nio.file.Path;
import java.util.Optional;

/** Where requests find code that they name by bucket and key. */
@FunctionalInterface
public interface CodeStore {
    /** No buckets at all. */
    CodeStore NONE = (bucket, key) -> Optional.empty();

    /** The directory with what is in the zip; empty if there is no such object. */
    Optional<Path> unpacked(String bucket, String key);
}
