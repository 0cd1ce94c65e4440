package dev.edaworkshop.localcloud.cloudformation;

import java.nio.file.Path;

/**
 * A file asset of a cloud assembly: what AWS would find in a bucket lies here on the disk.
 *
 * @param bucket may contain {@code ${AWS::AccountId}} and {@code ${AWS::Region}}
 * @param key such as {@code <sha256>.zip}
 * @param path the directory to be zipped, or the file
 */
public record Asset(String bucket, String key, Packaging packaging, Path path) {
    /** What AWS would find in the bucket. */
    public enum Packaging {
        /** A zip of the directory, or the zip that lies there. */
        ZIP,
        /** The file as it is. */
        FILE
    }

    boolean isAt(String bucketName, String objectKey, Environment environment) {
        return environment.fillIn(bucket).equals(bucketName)
                && environment.fillIn(key).equals(objectKey);
    }
}
