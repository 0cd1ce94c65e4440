package dev.edaworkshop.lab5.bulk;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * A file that is to be imported.
 *
 * @param key in the bucket. It names the content: the same file goes on where it was, a changed one is another one
 * @param rows lines after the header, without those with nothing in them
 */
public record LocalFile(Path path, String key, int chunks, long rows) {

    /** So many bytes are a few hundred rows: a second of work, and not much to do again. */
    private static final int CHUNK_BYTES = 16 * 1024;

    private static final int DIGITS = 12;

    /**
     * Reads the file once.
     *
     * @throws IllegalArgumentException if it does not begin with the header
     */
    public static LocalFile inspect(Path path, String name) throws IOException {
        requireHeader(path);
        MessageDigest digest = sha256();
        var chunks = new AtomicInteger();
        long lines;
        try (InputStream file = new DigestInputStream(Files.newInputStream(path), digest)) {
            lines = new ChunkSplitter(name, CHUNK_BYTES, _ -> chunks.incrementAndGet()).split(file);
        }
        String key = "%s-%s.csv"
                .formatted(name, HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS));
        return new LocalFile(path, key, chunks.get(), lines - 1);
    }

    /** Tells where its chunks are, while it flows past. */
    public void divide(Consumer<Chunk> consumer) throws IOException {
        try (InputStream file = Files.newInputStream(path)) {
            new ChunkSplitter(key, CHUNK_BYTES, consumer).split(file);
        }
    }

    private static void requireHeader(Path path) throws IOException {
        try (var text = new InputStreamReader(Files.newInputStream(path), StandardCharsets.UTF_8)) {
            Optional<Lines.Line> first = new Lines(text).next();
            if (first.isEmpty() || !ChunkImporter.isHeader(first.get().text())) {
                throw new IllegalArgumentException("its first line is not " + ProductRow.HEADER);
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
