package dev.edaworkshop.localcloud.s3;

import dev.edaworkshop.localcloud.AccountContext;
import dev.edaworkshop.localcloud.wire.AwsException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The buckets of an account. Objects lie in files of a temporary folder, which goes with the account.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_Operations_Amazon_Simple_Storage_Service.html">S3</a>
 */
public final class Buckets implements AutoCloseable {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");

    private final AccountContext account;
    private final Map<String, Bucket> buckets = new ConcurrentSkipListMap<>();
    private Optional<Path> folder = Optional.empty();
    private long files;

    public Buckets(AccountContext account) {
        this.account = account;
    }

    /** @throws AwsException if the name breaks the rules, or such a bucket exists */
    public Bucket create(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new AwsException(400, "InvalidBucketName", "The specified bucket is not valid.");
        }
        Bucket bucket = new Bucket(name, account.clock().instant());
        if (buckets.putIfAbsent(name, bucket) != null) {
            throw new AwsException(
                    409,
                    "BucketAlreadyOwnedByYou",
                    "Your previous request to create the named bucket succeeded and you already own it.");
        }
        return bucket;
    }

    public Optional<Bucket> find(String name) {
        return Optional.ofNullable(buckets.get(name));
    }

    /** @throws AwsException if there is no such bucket */
    Bucket require(String name) {
        return find(name)
                .orElseThrow(() -> new AwsException(404, "NoSuchBucket", "The specified bucket does not exist"));
    }

    /** All, by name. */
    public List<Bucket> all() {
        return List.copyOf(buckets.values());
    }

    /** @throws AwsException if it holds objects, or does not exist */
    public void delete(String name) {
        Bucket bucket = require(name);
        if (!bucket.isEmpty()) {
            throw new AwsException(409, "BucketNotEmpty", "The bucket you tried to delete is not empty");
        }
        buckets.remove(name);
        account.iam().deleteResourcePolicies(bucket.arn());
    }

    /** Deletes all objects of a bucket. */
    public void empty(Bucket bucket) {
        bucket.objects("").forEach(object -> delete(bucket, object.key()));
    }

    /** Stores an object whose content is what the parts have one after the other. */
    StoredObject put(Bucket bucket, ObjectHead head, String etag, List<Path> parts) {
        Path file = newFile();
        long size = 0;
        try {
            for (Path part : parts) {
                Files.write(file, Files.readAllBytes(part), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                size += Files.size(part);
                Files.delete(part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return put(bucket, head, etag, file, size);
    }

    /** Stores an object. */
    public StoredObject put(Bucket bucket, ObjectHead head, byte[] content) {
        return put(bucket, head, md5(content), write(content), content.length);
    }

    private StoredObject put(Bucket bucket, ObjectHead head, String etag, Path file, long size) {
        StoredObject stored = new StoredObject(
                head.key(), file, size, etag, account.clock().instant(), head.contentType(), head.metadata());
        bucket.put(stored).ifPresent(Buckets::discard);
        return stored;
    }

    /** Deletes an object; one that is not there is no error. */
    void delete(Bucket bucket, String key) {
        bucket.remove(key).ifPresent(Buckets::discard);
    }

    /** What is said about an object besides its content. */
    public record ObjectHead(String key, String contentType, Map<String, String> metadata) {}

    Path write(byte[] content) {
        Path file = newFile();
        try {
            return Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String md5(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has MD5", e);
        }
    }

    /**
     * The folder with the content of an object that is a zip; unpacked once.
     *
     * @throws AwsException if it is none
     */
    public synchronized Path unpacked(StoredObject object) {
        Path unpacked = object.file().resolveSibling("unpacked-" + object.etag());
        if (!Files.isDirectory(unpacked)) {
            try (InputStream zip = Files.newInputStream(object.file())) {
                Zips.unpack(zip, unpacked);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return unpacked;
    }

    private synchronized Path newFile() {
        try {
            if (folder.isEmpty()) {
                folder = Optional.of(Files.createTempDirectory("buckets"));
            }
            files++;
            return folder.get().resolve(String.valueOf(files));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void discard(StoredObject object) {
        try {
            Files.deleteIfExists(object.file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void close() {
        folder.ifPresent(Buckets::deleteTree);
    }

    private static void deleteTree(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (NoSuchFileException e) {
            // Somebody tidied the temporary folder before us.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
