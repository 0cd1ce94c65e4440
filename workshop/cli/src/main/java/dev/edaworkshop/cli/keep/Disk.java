package dev.edaworkshop.cli.keep;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The only way in which files are changed here: each change is complete or has not happened, also if the machine goes
 * down. A test looks over its shoulder at every step.
 */
class Disk {
    private static final int BLOCK = 64 * 1024;

    /** A step is about to be taken. Here a test dies, and we do nothing. */
    void step() {}

    /** What is at a path, itself and not where a link leads. */
    Entry look(Path file, String path) throws IOException {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return Entry.of(path, Entry.Kind.ABSENT);
        }
        var attributes = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (attributes.isSymbolicLink()) {
            String target = Files.readSymbolicLink(file).toString();
            return new Entry(path, Entry.Kind.LINK, "", 0, "", target);
        }
        if (attributes.isDirectory()) {
            return Entry.of(path, Entry.Kind.FOLDER);
        }
        if (!attributes.isRegularFile()) {
            return Entry.of(path, Entry.Kind.OTHER);
        }
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = sha256();
            long size = pump(in, OutputStream.nullOutputStream(), digest);
            return new Entry(path, Entry.Kind.FILE, hex(digest), size, Modes.of(file), "");
        }
    }

    /** Copies a file to where there is none, down to the disk; what it returns describes the copy, not the original. */
    Entry copy(Path from, String path, Path to) throws IOException {
        step();
        Files.createDirectories(parent(to));
        try (InputStream in = Files.newInputStream(from);
                FileChannel channel = FileChannel.open(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                OutputStream out = Channels.newOutputStream(channel)) {
            MessageDigest digest = sha256();
            long size = pump(in, out, digest);
            force(channel);
            return new Entry(path, Entry.Kind.FILE, hex(digest), size, Modes.of(from), "");
        }
    }

    /** Writes a file down to the disk, whatever was there; not in one step. */
    void write(Path file, byte[] bytes) throws IOException {
        step();
        Files.createDirectories(parent(file));
        try (FileChannel channel = FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE);
                OutputStream out = Channels.newOutputStream(channel)) {
            int half = bytes.length / 2;
            out.write(bytes, 0, half);
            step();
            out.write(bytes, half, bytes.length - half);
            force(channel);
        }
    }

    /** Moves a file, or a folder, in one step; a file that is there already is replaced. */
    void move(Path from, Path to) throws IOException {
        step();
        if (Files.exists(to, LinkOption.NOFOLLOW_LINKS)) {
            Modes.makeReplaceable(to);
        }
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) { // the lab is on another disk than .lab: the journal covers it
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    void link(Path file, String target) throws IOException {
        step();
        Files.createSymbolicLink(file, file.getFileSystem().getPath(target));
    }

    void folder(Path folder) throws IOException {
        step();
        Files.createDirectories(folder);
    }

    /** Deletes a file, a link or an empty folder; a folder that holds something stays. */
    void delete(Path file) throws IOException {
        step();
        Modes.makeReplaceable(file);
        try {
            Files.delete(file);
        } catch (DirectoryNotEmptyException e) {
            // Somebody put something into it that is none of our business.
        }
    }

    /** Makes sure that the names in a folder are on the disk, where the system lets us. */
    void sync(Path folder) {
        step();
        try (FileChannel channel = FileChannel.open(folder)) {
            force(channel);
        } catch (IOException e) {
            // Windows cannot open a folder, and needs no such thing.
        }
    }

    void force(FileChannel channel) throws IOException {
        channel.force(true);
    }

    static Path parent(Path file) {
        return file.toAbsolutePath().resolve("..").normalize();
    }

    static String sha256(byte[] bytes) {
        MessageDigest digest = sha256();
        digest.update(bytes);
        return hex(digest);
    }

    private long pump(InputStream in, OutputStream out, MessageDigest digest) throws IOException {
        byte[] block = new byte[BLOCK];
        long size = 0;
        for (int n = in.read(block); n >= 0; n = in.read(block)) {
            digest.update(block, 0, n);
            out.write(block, 0, n);
            size += n;
        }
        return size;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }
}
