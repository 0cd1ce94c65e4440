package dev.edaworkshop.localcloud.lambda;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Files by their content; what is in here never changes.
 *
 * <p>Processes run libraries from here, so that a build can replace its own copies meanwhile (Windows refuses to replace
 * a file in use), and so that an AOT cache, which remembers paths and times, fits all functions with the same libraries.
 */
final class ContentStore {
    private final Path directory;
    private final Map<Identity, String> hashes = new ConcurrentHashMap<>();

    ContentStore(Path directory) {
        this.directory = directory;
    }

    /** The copy of the file in this store. */
    Path keep(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        return keep(name, sha256(file), temporary -> Files.copy(file, temporary));
    }

    /** The file of that name and content in this store. */
    Path keep(String name, byte[] content) throws IOException {
        return keep(name, hex(digest().digest(content)), temporary -> Files.write(temporary, content));
    }

    /** The hash of the file's content in hexadecimal; computed once as long as size and time stay the same. */
    String sha256(Path file) throws IOException {
        var identity = new Identity(file, Files.size(file), Files.getLastModifiedTime(file));
        String known = hashes.get(identity);
        if (known == null) {
            known = hash(file);
            hashes.put(identity, known);
        }
        return known;
    }

    /** The hash of the file's content in hexadecimal. */
    static String hash(Path file) throws IOException {
        MessageDigest digest = digest();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return hex(digest.digest());
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }

    private Path keep(String name, String hash, Writer writer) throws IOException {
        Path kept = directory.resolve(hash.substring(0, 32)).resolve(name);
        if (Files.exists(kept)) {
            return kept;
        }
        Files.createDirectories(directory);
        Path temporary = Files.createTempDirectory(directory, "writing").resolve(name);
        writer.write(temporary);
        Files.createDirectories(kept.getParent());
        try {
            Files.move(temporary, kept, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | AtomicMoveNotSupportedException e) {
            if (!Files.exists(kept)) {
                throw e;
            }
        } finally {
            Files.deleteIfExists(temporary);
            Files.delete(temporary.getParent());
        }
        return kept;
    }

    private interface Writer {
        void write(Path file) throws IOException;
    }

    private record Identity(Path file, long size, FileTime modified) {}
}
