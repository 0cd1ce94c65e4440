package dev.edaworkshop.localcloud.lambda;

import dev.edaworkshop.localcloud.wire.AwsException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Code that comes as a zip within a request; the same zip is unpacked once. */
final class ZipCode {
    private static final int MAX_ZIPPED_BYTES = 52_428_800;
    private static final long MAX_UNZIPPED_BYTES = 262_144_000;
    private static final String NOT_A_ZIP =
            "Could not unzip uploaded file. Please check your file, then try to upload again.";

    private final Path directory;

    /** @param directory below which everything is unpacked */
    ZipCode(Path directory) {
        this.directory = directory;
    }

    /** @throws AwsException if it is no zip, or too large */
    Path unpack(byte[] zip) {
        if (zip.length > MAX_ZIPPED_BYTES) {
            throw new AwsException(
                    413,
                    "RequestEntityTooLargeException",
                    "Zipped size must be smaller than %d bytes".formatted(MAX_ZIPPED_BYTES));
        }
        String hash = ContentStore.hex(ContentStore.digest().digest(zip));
        Path unpacked = directory.resolve(hash.substring(0, 32));
        try {
            if (!Files.exists(unpacked)) {
                Files.createDirectories(directory);
                Path unfinished = Files.createTempDirectory(directory, "unpacking");
                unpack(zip, unfinished);
                Files.move(unfinished, unpacked);
            }
            return unpacked;
        } catch (IOException e) {
            throw new UncheckedIOException("The code cannot be written to " + unpacked, e);
        }
    }

    private static void unpack(byte[] zip, Path to) throws IOException {
        long bytes = 0;
        int files = 0;
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                Path file = to.resolve(entry.getName()).normalize();
                if (!file.startsWith(to)) {
                    throw LambdaErrors.invalidParameter(NOT_A_ZIP);
                }
                files++;
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                    continue;
                }
                Files.createDirectories(file.resolveSibling("."));
                byte[] content = in.readNBytes((int) Math.min(Integer.MAX_VALUE, MAX_UNZIPPED_BYTES - bytes + 1));
                bytes += content.length;
                if (bytes > MAX_UNZIPPED_BYTES) {
                    throw LambdaErrors.invalidParameter(
                            "Unzipped size must be smaller than %d bytes".formatted(MAX_UNZIPPED_BYTES));
                }
                Files.write(file, content);
            }
        }
        if (files == 0) {
            throw LambdaErrors.invalidParameter(NOT_A_ZIP);
        }
    }
}
