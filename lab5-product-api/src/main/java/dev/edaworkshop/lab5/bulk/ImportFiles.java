package dev.edaworkshop.lab5.bulk;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * The bucket: a file, {@code products-1a2b.csv}, and beside it what has become of its chunks,
 * {@code products-1a2b.csv.results/000000000251}. A chunk that has its result is done, whoever asks, and whenever.
 */
public final class ImportFiles {

    private final S3Client s3;
    private final String bucket;

    public ImportFiles(S3Client s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    /**
     * Uploads a file, unless that has been done.
     *
     * @return false if it was there before
     */
    public boolean upload(String key, Path file) {
        if (isThere(key)) {
            return false;
        }
        s3.putObject(request -> request.bucket(bucket).key(key), file);
        return true;
    }

    /** The numbers of the first lines of all chunks that have been dealt with. */
    public Set<Long> done(String key) {
        return s3.listObjectsV2Paginator(request -> request.bucket(bucket).prefix(results(key))).contents().stream()
                .map(object -> firstLine(key, object))
                .collect(Collectors.toSet());
    }

    /** Each chunk's result, in the order of the file, one at a time. */
    public void forEachResult(String key, Consumer<ChunkResult> consumer) {
        s3.listObjectsV2Paginator(request -> request.bucket(bucket).prefix(results(key)))
                .contents()
                .forEach(object -> consumer.accept(ChunkResult.parse(
                        s3.getObjectAsBytes(request -> request.bucket(bucket).key(object.key()))
                                .asUtf8String())));
    }

    /**
     * Writes what was wrong with which line into an object beside the file.
     *
     * @return its key
     */
    public String report(String key) throws IOException {
        String report = key + ".not-imported.txt";
        Path file = Files.createTempFile("not-imported-", ".txt");
        try {
            try (Writer out = Files.newBufferedWriter(file)) {
                for (long line : done(key).stream().sorted().toList()) {
                    for (String reason : result(key, line).orElseThrow().notImported()) {
                        out.write(reason + "\n");
                    }
                }
            }
            s3.putObject(request -> request.bucket(bucket).key(report), file);
        } finally {
            Files.delete(file);
        }
        return report;
    }

    Optional<ChunkResult> result(String key, long firstLine) {
        try {
            return Optional.of(ChunkResult.parse(
                    s3.getObjectAsBytes(request -> request.bucket(bucket).key(resultKey(key, firstLine)))
                            .asUtf8String()));
        } catch (NoSuchKeyException e) {
            return Optional.empty();
        }
    }

    void write(Chunk chunk, ChunkResult result) {
        s3.putObject(
                request -> request.bucket(bucket).key(resultKey(chunk.key(), chunk.firstLine())),
                RequestBody.fromString(result.toJson()));
    }

    /** The chunk's text, as it comes out of the bucket. */
    Reader open(Chunk chunk) {
        return new BufferedReader(new InputStreamReader(
                s3.getObject(request -> request.bucket(bucket)
                        .key(chunk.key())
                        .range("bytes=%d-%d".formatted(chunk.from(), chunk.to() - 1))),
                StandardCharsets.UTF_8));
    }

    String uploadedAt(String key) {
        return s3.headObject(request -> request.bucket(bucket).key(key))
                .lastModified()
                .toString();
    }

    private boolean isThere(String key) {
        try {
            s3.headObject(request -> request.bucket(bucket).key(key));
            return true;
        } catch (NoSuchKeyException e) {
            return false;
        }
    }

    private static String results(String key) {
        return key + ".results/";
    }

    private static String resultKey(String key, long firstLine) {
        return "%s%012d".formatted(results(key), firstLine);
    }

    private static long firstLine(String key, S3Object object) {
        return Long.parseLong(object.key().substring(results(key).length()));
    }
}
