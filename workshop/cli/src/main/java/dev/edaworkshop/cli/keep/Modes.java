package dev.edaworkshop.cli.keep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.DosFileAttributeView;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;

/** The permissions of a file, as far as the system has any. */
final class Modes {
    private static final String READ_ONLY = "r";
    private static final String WRITABLE = "rw";

    private Modes() {}

    static String of(Path file) throws IOException {
        var posix = Files.getFileAttributeView(file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        if (posix != null) {
            return PosixFilePermissions.toString(posix.readAttributes().permissions());
        }
        var dos = Files.getFileAttributeView(file, DosFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        return dos == null ? "" : dos.readAttributes().isReadOnly() ? READ_ONLY : WRITABLE;
    }

    /** Sets them, as far as this system can: a snapshot may come from another one. */
    static void apply(Path file, String mode) throws IOException {
        var posix = Files.getFileAttributeView(file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        if (posix != null && mode.length() == 9) {
            posix.setPermissions(PosixFilePermissions.fromString(mode));
        }
        var dos = posix == null
                ? Files.getFileAttributeView(file, DosFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                : null;
        if (dos != null && !mode.isEmpty()) {
            dos.setReadOnly(mode.equals(READ_ONLY));
        }
    }

    /** On Windows, what is read-only can be neither deleted nor replaced. */
    static void makeReplaceable(Path file) throws IOException {
        var dos = Files.getFileAttributeView(file, DosFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        boolean posix =
                Files.getFileAttributeView(file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS) != null;
        if (dos != null && !posix && dos.readAttributes().isReadOnly()) {
            dos.setReadOnly(false);
        }
    }
}
