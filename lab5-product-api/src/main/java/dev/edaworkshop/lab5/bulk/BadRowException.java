package dev.edaworkshop.lab5.bulk;

/** A line that is no product. */
public final class BadRowException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BadRowException(long lineNumber, String why) {
        super("line %d: %s".formatted(lineNumber, why));
    }
}
