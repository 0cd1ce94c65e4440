package dev.edaworkshop.localcloud.s3;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

/**
 * An object.
 *
 * @param file with its content, which never changes: an overwritten object gets another file
 * @param size in bytes
 * @param etag without quotes
 * @param contentType empty if nobody said one
 */
public record StoredObject(
        String key,
        Path file,
        long size,
        String etag,
        Instant lastModified,
        String contentType,
        Map<String, String> metadata) {
    public StoredObject {
        metadata = Map.copyOf(metadata);
    }

    public byte[] content() {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
