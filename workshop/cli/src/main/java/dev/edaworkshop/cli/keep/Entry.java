package dev.edaworkshop.cli.keep;

/**
 * What was found at a path.
 *
 * @param path from the project's folder, with slashes
 * @param sha256 of a file's content, in hexadecimal; otherwise empty
 * @param size of a file, in bytes; otherwise 0
 * @param mode {@code rw-r--r--}, or where a system has no such permissions {@code r} or {@code rw}; empty if unknown
 * @param target where a link leads; otherwise empty
 */
public record Entry(String path, Kind kind, String sha256, long size, String mode, String target) {

    /** What a path can be. */
    public enum Kind {
        ABSENT,
        FILE,
        FOLDER,
        LINK,
        /** A pipe, a socket, a device: nothing we touch. */
        OTHER
    }

    static Entry of(String path, Kind kind) {
        return new Entry(path, kind, "", 0, "", "");
    }

    /** Whether both are the same to somebody who reads them; permissions do not count. */
    boolean sameContent(Entry other) {
        return kind == other.kind && sha256.equals(other.sha256) && target.equals(other.target);
    }
}
